import type { Company } from '#kinship/count-company.ts'
import { placeLength } from '#kinship/kinship-file.ts'

/** Directions looked for beyond those kept, which makes the kept ones truer. */
const spare = 12
const rounds = 4
const sweeps = 30

/**
 * A place for every stem in a space of few dimensions, near those that keep the same company: the leading eigenvectors of the matrix by subspace iteration
 * (Halko, Martinsson & Tropp 2011), scaled by the root of their eigenvalues, each row then of one length and rounded.
 */
export function placeWords(company: Company, dimensions: number): Int8Array {
  const size = dimensions + spare
  const count = company.stems.length
  let seed = 7
  const random = () => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648), seed / 2_147_483_648 - 0.5)
  let basis = orthonormal(Float64Array.from({ length: count * size }, random), size)
  for (let round = 0; round < rounds; round++) basis = orthonormal(times(company, basis, size), size)
  const image = times(company, basis, size)
  const inner = Array.from({ length: size }, (_, a) => Array.from({ length: size }, (__, b) => columnProduct(basis, image, size, a, b)))
  const { values, vectors } = eigen(inner)
  const order = values
    .map((_, at) => at)
    .sort((a, b) => values[b]! - values[a]!)
    .slice(0, dimensions)
  const placed = new Int8Array(count * dimensions)
  for (let row = 0; row < count; row++) {
    const place = order.map((at) => {
      let sum = 0
      for (let it = 0; it < size; it++) sum += basis[row * size + it]! * vectors[it]![at]!
      return sum * Math.sqrt(Math.max(0, values[at]!))
    })
    const length = Math.hypot(...place) || 1
    for (const [at, it] of place.entries()) placed[row * dimensions + at] = Math.round((placeLength * it) / length)
  }
  return placed
}

/** The matrix times columns laid out row by row. */
function times({ starts, columns, weights }: Company, of: Float64Array, size: number): Float64Array {
  const made = new Float64Array(of.length)
  for (let row = 0; row + 1 < starts.length; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const from = columns[at]! * size
      const weight = weights[at]!
      for (let it = 0; it < size; it++) made[row * size + it]! += weight * of[from + it]!
    }
  return made
}

function columnProduct(one: Float64Array, other: Float64Array, size: number, a: number, b: number): number {
  let sum = 0
  for (let at = 0; at < one.length; at += size) sum += one[at + a]! * other[at + b]!
  return sum
}

/** Columns made orthogonal and of length 1 (Gram and Schmidt, twice over for exactness), in place. */
function orthonormal(of: Float64Array, size: number): Float64Array {
  for (let a = 0; a < size; a++) {
    for (const before of [...Array(a).keys(), ...Array(a).keys()]) {
      const product = columnProduct(of, of, size, a, before)
      for (let at = 0; at < of.length; at += size) of[at + a]! -= product * of[at + before]!
    }
    const length = Math.sqrt(columnProduct(of, of, size, a, a)) || 1
    for (let at = a; at < of.length; at += size) of[at]! /= length
  }
  return of
}

/** Eigenvalues and vectors (by columns) of a small symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: number[][]): { values: number[]; vectors: number[][] } {
  const size = matrix.length
  const vectors = matrix.map((_, a) => matrix.map((__, b) => (a === b ? 1 : 0)))
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (let a = 0; a < size; a++)
      for (let b = a + 1; b < size; b++) {
        const off = (matrix[a]![b]! + matrix[b]![a]!) / 2
        if (Math.abs(off) < 1e-12) continue
        const angle = 0.5 * Math.atan2(2 * off, matrix[b]![b]! - matrix[a]![a]!)
        const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
        for (const rows of [matrix, vectors])
          for (const row of rows) {
            const [x, y] = [row[a]!, row[b]!]
            row[a] = cosine * x - sine * y
            row[b] = sine * x + cosine * y
          }
        for (let at = 0; at < size; at++) {
          const [x, y] = [matrix[a]![at]!, matrix[b]![at]!]
          matrix[a]![at] = cosine * x - sine * y
          matrix[b]![at] = sine * x + cosine * y
        }
      }
  return { values: matrix.map((row, at) => row[at]!), vectors }
}
