import type { OurHouse } from './our-house.ts'

/** Whether `openOurCall` does what it says; while it does not, benchmarks leave ours out. */
export const oursIsConnected: boolean = false

/** Where one call's media socket is, on the house's own address, and what its `start` must carry. */
export type MediaPlace = { path: string; parameters: Record<string, string> }

/** NOT CONNECTED YET. Lets a caller in by telephone, as a carrier's webhook would, and gives the place of the media socket that the calls service says. */
export async function openOurCall(_house: OurHouse): Promise<MediaPlace> {
  throw new Error('not connected yet')
}
