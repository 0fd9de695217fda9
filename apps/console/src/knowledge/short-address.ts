/** `https://www.example.com/prices/` as `example.com/prices`. */
export function shortAddress(url: string): string {
  try {
    const { hostname, pathname } = new URL(url)
    return hostname.replace(/^www\./, '') + decodeURI(pathname).replace(/\/$/, '')
  } catch {
    return url
  }
}
