import { createHash } from 'node:crypto'
import type { PageTrouble } from '#crawl/page-outcome.ts'
import { robotName } from '#crawl/robots.ts'
import type { ReadablePage } from '#domain/draft-item.ts'

/** Letters below which a page has nothing to say. */
const fewLetters = 15
/** A page that says it is not there says little else. */
const shortPage = 1_500

/** Why a page that arrived is left out; undefined when it is worth keeping. */
export function judgePage(page: ReadablePage, robotsTag: string): { trouble: PageTrouble; reason: string } | undefined {
  if (page.noindex || tagForbids(robotsTag, 'noindex')) return { trouble: 'noindex', reason: 'The page asks not to be indexed.' }
  if (page.needsScript) return { trouble: 'needs_script', reason: 'The page shows its text only by JavaScript.' }
  if (page.asksForSignIn) return { trouble: 'sign_in', reason: 'The page asks for a sign-in.' }
  if (saysNotFound(page)) return { trouble: 'not_found', reason: 'The page says it is not there.' }
  if ((page.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewLetters) return { trouble: 'empty', reason: 'The page has no readable text.' }
  return undefined
}

/** Whether the links of a page may be followed. */
export function mayFollow(page: ReadablePage, robotsTag: string): boolean {
  return !page.nofollow && !tagForbids(robotsTag, 'nofollow')
}

/** Whether an `X-Robots-Tag` header, meant for all or for us, forbids something. */
function tagForbids(tag: string, what: 'noindex' | 'nofollow'): boolean {
  let forUs = true
  for (const part of tag
    .toLowerCase()
    .split(',')
    .map((it) => it.trim())) {
    const [, agent, rule = part] = /^([\w-]+)\s*:\s*(.*)$/.exec(part) ?? []
    if (agent && agent !== 'unavailable_after' && !agent.startsWith('max-')) forUs = agent === robotName.toLowerCase()
    if (forUs && (rule.trim() === what || rule.trim() === 'none')) return true
  }
  return false
}

/** A missing page answered with 200 ("soft 404"). */
function saysNotFound(page: ReadablePage): boolean {
  if (page.text.length > shortPage) return false
  const missing =
    /\b(404|page (was |is |could |can )?(not|n't) (be )?found|(page|file) (does not|doesn.t) exist|nothing (was )?found|not found)\b|पृष्ठ नहीं मिला|পৃষ্ঠা(টি)? পাওয়া যায়নি/iu
  return (
    missing.test(page.title) ||
    (page.text.length < 600 &&
      /\b(404 (error|not found)|error 404|page (was |is |could )?not (be )?found|(page|file) (you.{0,40})?(does not|doesn.t) exist|(page|file) (you.{0,60})?(cannot|can.t|could not) be found)\b/i.test(
        page.text,
      ))
  )
}

/** A hash that pages with the same words share. */
export function textHashOf(page: ReadablePage): string {
  return createHash('sha256').update(page.text.normalize('NFKC').replace(/\s+/g, ' ').trim()).digest('base64url').slice(0, 22)
}
