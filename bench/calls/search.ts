/**
 * The highest number that passes, by doubling (or halving, when already the first fails) and then bisection, until what passes and what fails are less than a
 * part `precision` of it apart. 0: nothing passes.
 */
export async function highestThatPasses(
  passes: (count: number) => Promise<boolean>,
  { from, atMost, precision }: { from: number; atMost: number; precision: number },
): Promise<number> {
  let good = 0
  let bad = atMost + 1
  let next = Math.min(from, atMost)
  while (next >= 1 && bad - good > Math.max(1, precision * good)) {
    if (await passes(next)) good = next
    else bad = next
    if (bad > atMost) next = Math.min(2 * good, atMost)
    else if (good === 0) next = Math.floor(bad / 2)
    else next = Math.round((good + bad) / 2)
    if (next === good || next === bad) break
  }
  return good
}

/** Slope of the straight line that fits points best (least squares), in units of y for one of x. NaN for fewer than two points. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length
  let along = 0
  let spread = 0
  for (const [x, y] of points) {
    along += (x - meanX) * (y - meanY)
    spread += (x - meanX) ** 2
  }
  return along / spread
}
