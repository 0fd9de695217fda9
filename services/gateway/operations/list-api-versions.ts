import type { Handle } from '#context.ts'
import type { Gate } from '#store/gate.ts'

/** Lists versions of the API, newest first. */
export const listApiVersionsOf =
  (gate: Gate): Handle<'listApiVersions'> =>
  async (_input, { clock }) => ({ items: gate.versions.present(clock.now().getTime()) })
