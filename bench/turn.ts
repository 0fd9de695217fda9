import type { Benchmark } from './figure.ts'
export const turn: Benchmark = { summary: '', async *run() {} }
