/** The name of the file a document came from; nothing when the address is of a website. */
export function documentName(url: string): string | undefined {
  if (!url.startsWith('document:')) return undefined
  const name = url.slice('document:'.length).split('#')[0]!
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** `https://www.example.com/prices/` as `example.com/prices`, a document as the name of its file. */
export function shortAddress(url: string): string {
  const file = documentName(url)
  if (file !== undefined) return file
  try {
    const { host, pathname } = new URL(url)
    return host.replace(/^www\./, '') + decodeURI(pathname).replace(/\/$/, '')
  } catch {
    return url
  }
}
