import type { PageHead } from './page-head.ts'
import type { PageTree } from './page-tree.ts'

/** Something a page states in JSON-LD or microdata, with the line that stands for it in the readable text. */
export type Statement = { type: string; label: string; path: string[]; value: string; line: string }

/** Finds what a page states for machines. */
export function findStatements(_tree: PageTree, _head: PageHead): Statement[] {
  return []
}
