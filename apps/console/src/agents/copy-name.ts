/** The first free name for a copy: "Reception 2", "Reception 3", within the 80 characters of a name. */
export function copyName(name: string, taken: ReadonlySet<string>): string {
  const stem = name.replace(/ \d{1,3}$/, '')
  for (let number = 2; ; number++) {
    const ending = ` ${number}`
    const copy = stem.slice(0, 80 - ending.length) + ending
    if (!taken.has(copy)) return copy
  }
}
