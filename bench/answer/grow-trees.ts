import { treeLeaves, treeQuestions, type Trees } from '../../services/brain/answer/trees.ts'

/** Signs with what is to be learnt from them, and how much it counts. */
export type Lesson = { signs: readonly number[]; right: number; weight: number }

const treeCount = 100
const rate = 0.1
/** Held against leaves of few lessons. */
const ridge = 5
const leastLessons = 25
const bins = 24
const rowShare = 0.7
const signShare = 0.6

/** Grows boosted trees on lessons: gradient boosting of the logistic loss with second-order leaves (Friedman 2001; Chen & Guestrin 2016), the same for the same lessons. */
export function growTrees(lessons: readonly Lesson[]): Trees {
  let seed = 11
  const random = () => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648), seed / 2_147_483_648)
  const width = lessons[0]?.signs.length ?? 0
  const limitsOf = Array.from({ length: width }, (_, sign) => quantiles(lessons.map((it) => it.signs[sign]!)))
  const binned = limitsOf.map((limits, sign) => Uint8Array.from(lessons, (it) => limits.filter((limit) => it.signs[sign]! > limit).length))
  const weight = lessons.reduce((sum, it) => sum + it.weight, 0)
  const share = lessons.reduce((sum, it) => sum + it.weight * it.right, 0) / weight
  const base = Math.log(share / (1 - share))
  const sums = new Float64Array(lessons.length).fill(base)
  const grown = { signs: [] as number[], limits: [] as number[], leaves: [] as number[] }
  for (let tree = 0; tree < treeCount; tree++) {
    const slope = new Float64Array(lessons.length)
    const curve = new Float64Array(lessons.length)
    lessons.forEach((it, at) => {
      const chance = 1 / (1 + Math.exp(-sums[at]!))
      slope[at] = it.weight * (it.right - chance)
      curve[at] = it.weight * chance * (1 - chance)
    })
    const asked = Array.from({ length: width }, (_, sign) => sign).filter(() => random() < signShare)
    const every = lessons.map((_, at) => at)
    let parts = [every.filter(() => random() < rowShare)]
    let all = [every]
    const nodes: { sign: number; bin: number }[] = []
    for (let level = 1; level < treeLeaves; level *= 2) {
      const questions = parts.map((rows) => bestQuestion(rows, asked, binned, limitsOf, slope, curve))
      nodes.push(...questions)
      const cut = (groups: number[][]) =>
        groups.flatMap((rows, at) => {
          const { sign, bin } = questions[at]!
          return [rows.filter((row) => binned[sign]![row]! <= bin), rows.filter((row) => binned[sign]![row]! > bin)]
        })
      parts = cut(parts)
      all = cut(all)
    }
    const leaves = parts.map((rows) => {
      const [up, down] = [slope, curve].map((of) => rows.reduce((sum, row) => sum + of[row]!, 0))
      return rate * (up! / (down! + ridge))
    })
    all.forEach((rows, at) => rows.forEach((row) => (sums[row]! += leaves[at]!)))
    for (const { sign, bin } of nodes) {
      grown.signs.push(sign)
      grown.limits.push(limitsOf[sign]![bin] ?? everything)
    }
    grown.leaves.push(...leaves)
  }
  if (grown.signs.length !== treeCount * treeQuestions) throw new Error('a tree has not as many questions as it should')
  return { base, ...grown }
}

/** A limit that nothing exceeds. */
const everything = 1e9

/** The question that parts some lessons best; one that leaves them together when none does. */
function bestQuestion(
  rows: readonly number[],
  asked: readonly number[],
  binned: readonly Uint8Array[],
  limitsOf: readonly (readonly number[])[],
  slope: Float64Array,
  curve: Float64Array,
): { sign: number; bin: number } {
  const gainOf = (up: number, down: number) => (up * up) / (down + ridge)
  let best = { sign: 0, bin: bins + 1, gain: 1e-6 }
  for (const sign of asked) {
    const size = limitsOf[sign]!.length + 1
    const [up, down, count] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
    for (const row of rows) {
      const bin = binned[sign]![row]!
      up[bin]! += slope[row]!
      down[bin]! += curve[row]!
      count[bin]!++
    }
    const [allUp, allDown] = [up, down].map((of) => of.reduce((sum, it) => sum + it, 0)) as [number, number]
    let [leftUp, leftDown, left] = [0, 0, 0]
    for (let bin = 0; bin + 1 < size; bin++) {
      leftUp += up[bin]!
      leftDown += down[bin]!
      left += count[bin]!
      if (left < leastLessons || rows.length - left < leastLessons) continue
      const gain = gainOf(leftUp, leftDown) + gainOf(allUp - leftUp, allDown - leftDown) - gainOf(allUp, allDown)
      if (gain > best.gain) best = { sign, bin, gain }
    }
  }
  return best
}

/** Limits that part values into about equally many. */
function quantiles(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return [...new Set(Array.from({ length: bins - 1 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / bins)]!))]
}
