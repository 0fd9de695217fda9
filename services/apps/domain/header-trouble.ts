/** Headers that belong to the connection, or that only Myna sets. */
const ownHeaders =
  /^(?:host|connection|content-.*|transfer-encoding|upgrade|te|trailer|keep-alive|expect|cookie|forwarded|x-forwarded-.*|proxy-.*|myna-.*|x-myna-.*)$/i

/** What is wrong with secret headers, if something is. */
export function headerTrouble(headers: Readonly<Record<string, string>>): string | undefined {
  const names = Object.keys(headers)
  if (names.length > 20) return 'At most 20 headers.'
  const own = names.find((it) => ownHeaders.test(it))
  if (own) return `"${own}" is set by Myna itself.`
  if (new Set(names.map((it) => it.toLowerCase())).size < names.length) return 'A header is there twice.'
  const odd = Object.entries(headers).find(([, value]) => !/^[\t\x20-\x7e]*$/.test(value))
  return odd && `"${odd[0]}" may hold plain letters, digits and signs only.`
}
