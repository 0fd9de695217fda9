import type { workspace } from '@myna/contracts/workspace'
import type { BrandFace } from '@myna/contracts/workspace-brand'
import type { Context } from '@myna/kernel'

/** What finding brands needs of its gateway. */
export type BrandContext = Context<{ workspace: typeof workspace }>
/** The brand that is worn where a request came to, by its `host`; undefined: the product's own. */
export type FaceOf = (host: string | undefined) => Promise<BrandFace | undefined>

const rememberedMs = 30_000
const rememberedAtMost = 1_000
const domain = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** Finds brands by domain, remembers for half a minute what there is, and keeps to the last known while nobody can say. */
export function createFaces(context: BrandContext, publicUrl: string): FaceOf {
  const own = new URL(publicUrl).hostname
  const remembered = new Map<string, { face: Promise<BrandFace | undefined>; until: number }>()
  return (host) => {
    const name = host?.replace(/:\d+$/, '').toLowerCase() ?? own
    if (name === own || !domain.test(name)) return Promise.resolve(undefined)
    const known = remembered.get(name)
    if (known && known.until > Date.now()) return known.face
    const face = context.call.workspace.getBrandFace({ domain: name }).then(
      (it) => it.face ?? undefined,
      (error: unknown) => {
        context.log.warn({ err: error, domain: name }, 'nobody could say which brand is worn at a domain')
        return known?.face
      },
    )
    remembered.delete(name)
    if (remembered.size >= rememberedAtMost) remembered.delete(remembered.keys().next().value!)
    remembered.set(name, { face, until: Date.now() + rememberedMs })
    return face
  }
}
