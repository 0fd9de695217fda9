const nowhere = 'https://inside.invalid'

/**
 * A page of the console to return to, or null for anything that a browser could read as the address of another site: `//evil`, `/\evil`,
 * `https:evil`, control characters between them.
 */
export function pageInside(path: string | undefined): string | null {
  // Browsers drop control characters from addresses before they read them.
  if (!path?.startsWith('/') || /[\p{Cc}\\]/u.test(path) || path.startsWith('//')) return null
  const url = URL.parse(path, nowhere)
  if (url?.origin !== nowhere || url.pathname.startsWith('//')) return null
  return `${url.pathname}${url.search}${url.hash}`
}
