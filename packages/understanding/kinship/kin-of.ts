import { readFileSync } from 'node:fs'
import { type Kin, type KinshipTable, unpackKinship } from '#kinship/kinship-file.ts'

export type { Kin, KinKind } from '#kinship/kinship-file.ts'

/** Where the table is kept. */
export const kinshipFile = new URL('./kinship.bin', import.meta.url)

let loaded: KinshipTable | undefined

/** The table, read from its file when first asked. */
const table = (): KinshipTable => (loaded ??= unpackKinship(readFileSync(kinshipFile)))

/** English stems akin to an English stem, the nearest first. */
export function kinOf(stem: string): Kin[] {
  const number = table().numberOf(stem)
  return number < 0 ? [] : table().kinOf(number)
}

/** The number under which the table knows an English stem; -1 for one it does not know. */
export const numberOfStem = (stem: string): number => table().numberOf(stem)

/** How much two stems, by their numbers, are of one matter, -1 to 1: `lunch` and `meal`, `park` and `car`. */
export const nearnessOf = (one: number, other: number): number => table().nearness(one, other)
