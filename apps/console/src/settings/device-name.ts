const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** "Chrome, Linux" from what a browser says of itself; undefined when it says nothing known. */
export function deviceName(userAgent: string | null): string | undefined {
  if (!userAgent) return undefined
  const known = [browsers, systems].map((list) => list.find(([mark]) => userAgent.includes(mark))?.[1]).filter(Boolean)
  return known.length > 0 ? known.join(', ') : undefined
}
