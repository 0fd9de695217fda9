import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Whether a webhook, or the handshake of a media socket (its form is empty), is signed with the account's token: HMAC-SHA1 over the address and the
 * fields of the form in the order of their names, https://www.twilio.com/docs/usage/security. Twilio signs the address with or without the standard port and never
 * signs the fragment, which holds settings for itself. `url` is the address as Twilio knows it, whatever proxies made of it. Compared in constant time.
 */
export function isSignedBy(token: string, { url, form, signature }: { url: string; form: Record<string, string>; signature: string | undefined }): boolean {
  const given = Buffer.from(signature ?? '')
  const fields = Object.keys(form).sort()
  const told = fields.map((name) => `${name}${form[name]}`).join('')
  let isSigned = false
  for (const address of addressesOf(url)) {
    const expected = Buffer.from(createHmac('sha1', token).update(`${address}${told}`).digest('base64'))
    // No early end: how long it takes tells nothing of which address fitted.
    isSigned = (given.length === expected.length && timingSafeEqual(given, expected)) || isSigned
  }
  return isSigned
}

/** The address with its port left out, and with one: its own, or the standard one of its scheme. Everything else stays letter for letter. */
function addressesOf(url: string): string[] {
  const whole = url.split('#', 1)[0] ?? ''
  const parts = /^([a-z][a-z\d+.-]*:\/\/)([^/?]*@)?(\[[^\]]*\]|[^/?:]*)(:\d*)?(.*)$/is.exec(whole)
  if (!parts) return [whole]
  const [, scheme = '', user = '', host = '', port = '', rest = ''] = parts
  const standard = /^(?:https|wss):/i.test(scheme) ? ':443' : ':80'
  return [`${scheme}${user}${host}${rest}`, `${scheme}${user}${host}${port || standard}${rest}`]
}
