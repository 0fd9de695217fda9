export type DiffPart = { kind: 'same' | 'gone' | 'new'; text: string }

const tooLong = 1_500_000

/** The difference of two texts word by word, by the longest common subsequence; very long texts as a whole. */
export function wordDiff(before: string, after: string): DiffPart[] {
  // A space belongs to the word before it; alone, spaces would match anywhere and cut sentences to pieces.
  const a = before.match(/^\s+|\S+\s*/g) ?? []
  const b = after.match(/^\s+|\S+\s*/g) ?? []
  if (a.length * b.length > tooLong)
    return [
      { kind: 'gone' as const, text: before },
      { kind: 'new' as const, text: after },
    ].filter((it) => it.text)
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)

  const parts: DiffPart[] = []
  const add = (kind: DiffPart['kind'], text: string) => {
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += text
    else parts.push({ kind, text })
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i]!)
      i++
      j++
    } else if (i < a.length && (j === b.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) add('gone', a[i++]!)
    else add('new', b[j++]!)
  }
  return parts
}
