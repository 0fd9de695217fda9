import { mkdirSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

type Anchor = { sequence: number; hash: string }

/** Keeps the newest head of each tenant's audit chain in a file of its own, so that a database set back to an earlier state is noticed. */
export function createAuditAnchors(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (tenantId: string) => join(folder, `${tenantId}.json`)
  const writing = new Map<string, Promise<void>>()

  async function recall(tenantId: string): Promise<Anchor | undefined> {
    try {
      return JSON.parse(await readFile(pathOf(tenantId), 'utf8')) as Anchor
    } catch {
      return undefined
    }
  }
  return {
    recall,
    remember(tenantId: string, head: Anchor): Promise<void> {
      const work = (writing.get(tenantId) ?? Promise.resolve()).then(async () => {
        const known = await recall(tenantId)
        if (known && known.sequence >= head.sequence) return
        const fresh = `${pathOf(tenantId)}.new`
        await writeFile(fresh, JSON.stringify(head), { mode: 0o600 })
        await rename(fresh, pathOf(tenantId))
      })
      writing.set(
        tenantId,
        work.catch(() => {}),
      )
      return work
    },
  }
}
