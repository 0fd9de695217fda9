import { PortFault } from '@myna/ports/fault'
import type { HostedTool, ToolHost } from '@myna/ports/tool-host'
import type { Context } from '#context.ts'

const patienceMs = 20_000

/** Asks a plugin or server what tools it has, for 20 seconds at most. Throws `PortFault`. */
export async function listHosted(host: ToolHost, { signal }: Pick<Context, 'signal'>): Promise<HostedTool[]> {
  const late = AbortSignal.timeout(patienceMs)
  const hung = new Promise<never>((_, reject) =>
    late.addEventListener('abort', () => reject(new PortFault('It did not say what tools it has.', { retryable: true }))),
  )
  hung.catch(() => {})
  return Promise.race([host.list(AbortSignal.any([signal, late])), hung])
}
