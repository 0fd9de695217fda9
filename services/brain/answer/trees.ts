/** Boosted decision trees, each of three levels: of every tree the seven signs asked in turn with their limits (level by level), then the eight leaves. */
export type Trees = { base: number; signs: readonly number[]; limits: readonly number[]; leaves: readonly number[] }

/** Questions and leaves of one tree. */
export const treeQuestions = 7
export const treeLeaves = 8

/** The chance that the trees see in some signs, 0 to 1: the logistic of the sum of the leaves reached. */
export function chanceBy({ base, signs, limits, leaves }: Trees, of: readonly number[]): number {
  let sum = base
  for (let tree = 0; tree * treeLeaves < leaves.length; tree++) {
    let node = 0
    while (node < treeQuestions) {
      const at = tree * treeQuestions + node
      node = 2 * node + ((of[signs[at]!] ?? 0) <= limits[at]! ? 1 : 2)
    }
    sum += leaves[tree * treeLeaves + node - treeQuestions]!
  }
  return 1 / (1 + Math.exp(-sum))
}
