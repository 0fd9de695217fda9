/** The path of a health question as it is asked, however it was typed. */
export function probePath(typed: string): string {
  const path = typed.trim()
  return path.startsWith('/') ? path : `/${path}`
}
