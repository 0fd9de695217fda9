/** The address a person means by what they typed: `example.com` is `https://example.com/`. Undefined when it is none. */
export function websiteAddress(typed: string): string | undefined {
  const text = typed.trim()
  if (!text || /\s/.test(text)) return undefined
  const named = /^[a-z][a-z0-9+.-]*:/i.exec(text)
  // `localhost:8080` reads like a scheme but is a host with a port.
  const hasScheme = named && !/^[^:]+:\d+(\/|$)/.test(text)
  try {
    const url = new URL(hasScheme ? text : `https://${text}`)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
    const isHost = url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[')
    return isHost ? url.href : undefined
  } catch {
    return undefined
  }
}
