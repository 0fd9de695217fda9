import { readdirSync, readFileSync } from 'node:fs'
import type { Question } from '../../services/brain/test/mark.ts'
import { gatherDrafts } from '../../services/knowledge/domain/gather-drafts.ts'
import { extractPage } from '../../services/knowledge/extract/extract-page.ts'
import { type BaseIndex, createBaseIndex } from '../../services/knowledge/search/base-index.ts'
import { itemOf } from './items.ts'

/** An invented business: the folder of its pages, its questions, and the part it belongs to (`first-tried` was tuned for, and `held-back` learnt from, only after it had been measured once; `unseen` and `set-aside` are neither). */
export type Business = { site: string; name: string; part: string; questions: Question[] }

const folder = new URL('../../services/brain/test/', import.meta.url)

/** The invented businesses of the answers' tests. */
export function businessesOf(): Business[] {
  const known = JSON.parse(readFileSync(new URL('businesses.json', folder), 'utf8')) as Record<string, { name: string; part: string }>
  return Object.entries(known).map(([site, { name, part }]) => ({
    site,
    name,
    part,
    questions: readFileSync(new URL(`questions/${site}.jsonl`, folder), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Question),
  }))
}

/** What the pages of a business say, laid out for finding. */
export async function readBusiness({ site }: Business): Promise<BaseIndex> {
  const pages = new URL(`sites/${site}/`, folder)
  const drafts = readdirSync(pages).flatMap((file) => {
    const url = `https://${site}.example/${file}`
    return extractPage(readFileSync(new URL(file, pages), 'utf8'), url).items.map((it) => ({ ...it, url, pageId: file }))
  })
  const items = gatherDrafts(drafts).map((it, at) => ({ item: itemOf(it, at), pageKey: it.pageId, position: it.position }))
  return createBaseIndex(
    (async function* () {
      yield items
    })(),
  )
}
