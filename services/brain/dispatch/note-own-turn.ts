import type { Context } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'

/** Counts a turn that the built-in engine answered, and how long its first words took. */
export function noteOwnTurn(context: Context, firstMs: number): void {
  deskOf(context).note(context.tenantId, null, { turns: 1, firstTokenMs: firstMs, firstTokenCount: 1 })
}
