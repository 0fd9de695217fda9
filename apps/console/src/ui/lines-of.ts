/**
 * Which line on the screen shows which row, in the order of the rows. A row keeps its line while it is drawn. When none of them is drawn any more, as after a leap, the
 * lines that are left show the new rows, which costs a part of making lines; `standing` is the row that keeps its line even then, false: lines never change their row.
 */
export function linesOf(keys: readonly string[], before: ReadonlyMap<string, number>, standing: string | undefined | false): Map<string, number> {
  const isLeap = standing !== false && !keys.some((it) => it !== standing && before.has(it))
  const free = isLeap ? [...before].flatMap(([key, line]) => (key === standing ? [] : [line])) : []
  let last = Math.max(-1, ...before.values())
  return new Map(keys.map((it) => [it, before.get(it) ?? free.shift() ?? ++last]))
}
