import type { FaultCode } from '@myna/contracts'

/** Why a page gave no text. */
export type PageTrouble =
  | 'unreachable'
  | 'not_found'
  | 'refused'
  | 'private'
  | 'redirects'
  | 'elsewhere'
  | 'disallowed'
  | 'noindex'
  | 'sign_in'
  | 'too_large'
  | 'not_text'
  | 'needs_script'
  | 'empty'
  | 'duplicate'

/** The fault of a whole reading when its first page had this trouble and no other page was readable. */
export const faultOf: Record<PageTrouble, FaultCode> = {
  unreachable: 'knowledge.site_unreachable',
  not_found: 'knowledge.site_not_found',
  refused: 'knowledge.site_refused',
  private: 'knowledge.address_private',
  redirects: 'knowledge.site_redirects',
  elsewhere: 'knowledge.site_redirects',
  disallowed: 'knowledge.site_disallows',
  noindex: 'knowledge.site_disallows',
  sign_in: 'knowledge.site_refused',
  too_large: 'knowledge.site_too_large',
  not_text: 'knowledge.site_not_text',
  needs_script: 'knowledge.site_needs_script',
  empty: 'knowledge.site_empty',
  duplicate: 'knowledge.site_empty',
}

/** Troubles after which the rest of the site is not worth, or not polite, asking for. */
export const ends: ReadonlySet<PageTrouble> = new Set(['unreachable', 'not_found', 'refused', 'private', 'redirects'])

/** Troubles that say something broke, as opposed to a page rightly left out. */
export const broken: ReadonlySet<PageTrouble> = new Set(['unreachable', 'not_found', 'refused', 'private', 'redirects', 'too_large'])

/** What asking for one page came to. */
export type Fetched =
  | { kind: 'page'; url: string; html: string; bytes: number; etag: string | null; lastModified: string | null; robotsTag: string }
  | { kind: 'unchanged'; url: string }
  | { kind: 'trouble'; url: string; trouble: PageTrouble; reason: string }
