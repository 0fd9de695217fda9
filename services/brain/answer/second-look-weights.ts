/** Weights of the signs in `second-look.ts`, learnt by `npm run -w bench learn-second-look`. */
export const secondLookWeights: readonly number[] = [
  -1.36, 1.147, 0.24, 0.135, 1.183, 0.259, 0.169, 0.537, -0.194, -0.308, -0.703, 0.0, -0.264, -0.241, 0.223, 0.834, 0.183, -0.632, -0.508, -1.205, 0.495,
  -0.415, 0.049, -0.003, -2.128, -0.374, 0.591, -0.168, -0.104, 0.0, 2.407,
]
