/** `https://www.example.com/prices/` as `example.com/prices`. */
export function shortAddress(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return host.replace(/^www\./, '') + decodeURI(pathname).replace(/\/$/, '')
  } catch {
    return url
  }
}
