import type { Transaction } from 'kysely'

/** Runs in each transaction of a guarded write, after its work and before it commits. */
export type WriteGuard = (tx: Transaction<any>) => Promise<unknown>

const guards = new WeakMap<object, WriteGuard>()

/** Has every transaction on behalf of this caller, which is one request, pass the guard. */
export function guardWrites(caller: object, guard: WriteGuard): void {
  guards.set(caller, guard)
}

/** The guard of a caller's transactions, if there is one. */
export function writeGuardOf(caller: object): WriteGuard | undefined {
  return guards.get(caller)
}
