/** A list with one of its things at another place; a place outside means the nearest end. */
export function moved<T>(list: readonly T[], thing: T, to: number): T[] {
  const rest = list.filter((it) => it !== thing)
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, thing)
}
