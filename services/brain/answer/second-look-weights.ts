/** Weights of the signs in `second-look.ts`, learnt by `npm run -w bench learn-second-look`. */
export const secondLookWeights: readonly number[] = [
  -1.499, 1.319, 0.125, 0.349, 1.131, 0.143, 0.027, 0.355, -0.254, -1.108, -1.241, 0.0, -0.339, -0.204, -0.005, 0.825, 0.101, -0.66, -0.513, -1.276, 0.572,
  -0.337, -0.129, 0.007, -1.835, -0.13, 1.211, -0.147, 0.106, 0.0, 2.433,
]
