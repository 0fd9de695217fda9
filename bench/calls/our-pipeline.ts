import type { Pipeline, PipelineOptions } from './pipeline.ts'
export async function openOurs(_options: PipelineOptions): Promise<Pipeline> {
  throw new Error('not connected yet')
}
