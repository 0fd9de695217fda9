/** Weights of the signs in `second-look.ts`, learnt by `npm run -w bench learn-second-look`. */
export const secondLookWeights: readonly number[] = [
  -2.027, 1.834, -0.019, 0.181, 0.974, 0.096, 0.161, 0.439, -0.704, -0.45, -0.345, 0, -0.215, 0.548, 0.751, 0.801, 0.309, -0.445, -0.325, -1.015, 0.225, -0.461,
  -0.159, 0.1, -2.285, -0.018, 0.772, -0.006, -0.428, 0, 2.074,
]
