import { Fault } from '@myna/kernel'
import { WebFault } from '@myna/ports/web'
import type { Context } from '#context.ts'
import { appAddress } from '#domain/app-address.ts'

/**
 * The address of a version as it is kept. Throws `apps.address_wrong` or `apps.address_private`; a name that cannot be found now is no trouble, since health
 * questions tell, and the way there is checked again with each connection.
 */
export async function checkedAddress(text: string, { ports }: Pick<Context, 'ports'>): Promise<string> {
  const address = appAddress(text, ports.allowHosts)
  if (address === undefined) throw new Fault('apps.address_wrong')
  try {
    await ports.web.check(address)
  } catch (error) {
    const trouble = error instanceof WebFault ? error.trouble : 'bad_address'
    if (trouble === 'private_address') throw new Fault('apps.address_private', {}, { cause: error })
    if (trouble !== 'unreachable') throw new Fault('apps.address_wrong', {}, { cause: error })
  }
  return address
}
