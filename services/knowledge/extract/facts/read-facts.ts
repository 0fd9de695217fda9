import type { Finding } from '../finding.ts'
import type { PageText } from '../extract-page.ts'
import type { Placed } from '../outline.ts'
import type { PageHead } from '../page-head.ts'
import type { Statement } from '../structured-data.ts'
import type { Subject } from '../subject.ts'

/** What facts are read from. */
export type FactSource = { placed: Placed[]; statements: Statement[]; text: PageText; head: PageHead; base: string; subject: Subject }

/** Reads labelled facts. */
export function readFacts(_source: FactSource): Finding[] {
  return []
}
