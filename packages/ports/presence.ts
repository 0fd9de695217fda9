import { PortFault } from './fault.ts'

/** Who is here now, by set: members vanish when nobody renews them. Shared by all processes where the engine is. */
export type Presence = {
  readonly name: string
  /** Enters or renews a member, with what is worth knowing of it (at most 8 kB), for `ttlMs`. Throws `PortFault`. */
  enter(set: string, member: string, about: string, ttlMs: number): Promise<void>
  /** Throws `PortFault`. */
  leave(set: string, member: string): Promise<void>
  /** Members there are now, in the order of their names. Throws `PortFault`. */
  list(set: string): Promise<{ member: string; about: string }[]>
  close(): Promise<void>
}

const mostAboutBytes = 8_000

/** What is worth knowing of a member, if it is short enough to be kept. Throws `PortFault` otherwise. */
export function checkedAbout(about: string): string {
  if (Buffer.byteLength(about) > mostAboutBytes) throw new PortFault('What is said of a member is longer than 8 kB.', { retryable: false })
  return about
}
