/** Filters here keep what they stop below this. */
const attenuationDb = 85
/** Kaiser's formula for it ("Nonrecursive digital filter design using the I0-sinh window function", 1974). */
const beta = 0.1102 * (attenuationDb - 8.7)
const atTop = besselI0(beta)

/** Kaiser's window at a place from −1 to 1, where 0 is its middle. */
export function kaiserWindow(place: number): number {
  return besselI0(beta * Math.sqrt(Math.max(0, 1 - place * place))) / atTop
}

/** Modified Bessel function of the first kind, order zero, by its power series. */
function besselI0(x: number): number {
  let sum = 1
  let term = 1
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}
