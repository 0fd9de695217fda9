/** Commands whose words begin with, hold, or spell in order what was typed; the nearest first, groups kept together by their best. */
export function rankCommands<T extends { label: string; group: string }>(commands: readonly T[], typed: string): T[] {
  const wanted = fold(typed.trim())
  if (!wanted) return [...commands]
  const scored = commands.map((it) => ({ it, score: scoreOf(fold(it.label), wanted) })).filter((it) => it.score > 0)
  const bestOfGroup = new Map<string, number>()
  for (const { it, score } of scored) bestOfGroup.set(it.group, Math.max(score, bestOfGroup.get(it.group) ?? 0))
  return scored
    .sort(
      (a, b) =>
        bestOfGroup.get(b.it.group)! - bestOfGroup.get(a.it.group)! || (a.it.group === b.it.group ? b.score - a.score : a.it.group < b.it.group ? -1 : 1),
    )
    .map(({ it }) => it)
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}

/** 3: starts so; 2: a word starts so; 1: holds it; below 1: its letters in this order; 0: not at all. */
function scoreOf(label: string, wanted: string): number {
  if (label.startsWith(wanted)) return 3
  if (label.includes(` ${wanted}`)) return 2
  if (label.includes(wanted)) return 1
  let at = -1
  for (const letter of wanted) {
    at = label.indexOf(letter, at + 1)
    if (at < 0) return 0
  }
  return wanted.length / (label.length + 1)
}
