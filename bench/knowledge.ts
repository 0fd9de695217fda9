import type { Benchmark } from './figure.ts'
export const knowledge: Benchmark = { summary: '', async *run() {} }
