import { createGuardedFetch } from '@myna/fetch-guarded'
import { createOpenidProvider } from '@myna/identity-provider-openid'
import { playOpenid } from '../../../adapters/identity-provider/openid/test/play-openid.ts'
import { openTown } from './town.ts'

export const client = { clientId: 'myna', clientSecret: 'the client secret of the organisation' }

/** A town with an OpenID provider that is played and names whose text records are made up. */
export async function openDirectoryTown() {
  const records = new Map<string, string[]>()
  const played = await playOpenid({ ...client, redirectUris: [] })
  const guarded = createGuardedFetch({ allowHosts: [new URL(played.url).host] })
  const town = await openTown('https://myna.test', {
    makeOpenid: (it) => createOpenidProvider({ fetch: guarded.fetch, ...it }),
    resolveText: async (name) => records.get(name) ?? [],
  })
  let nextDomain = 0
  return {
    town,
    played,
    records,
    /** An organisation that has proven a domain of its own. */
    async organisation() {
      const owner = town.browser()
      const me = await owner.settle({ organisation: 'Rao Dental' })
      const domain = `rao-${(nextDomain += 1)}.example`
      const claim = await owner.ask('claimDomain', { domain })
      records.set(claim.dnsName, ['something else', claim.dnsValue])
      await owner.ask('verifyDomain', { domain })
      return { ...me, owner, domain }
    },
    close: async () => void (await Promise.all([town.close(), played.close(), guarded.close()])),
  }
}
