import type { PageElement } from './page-tree.ts'

/** Where on the page a block stands. */
export type Region = 'header' | 'main' | 'aside' | 'footer' | 'form'

/** A link inside a block, its address absolute. */
export type BlockLink = { text: string; url: string }

/** A row of a data table with what its cells mean. */
export type RowCells = { table: number; caption: string; headers: string[]; cells: string[]; name: string }

/** One stretch of readable text: a heading, a paragraph, an entry of a list, a row of a table. */
export type Block = {
  index: number
  kind: 'heading' | 'paragraph' | 'entry' | 'term' | 'definition' | 'row' | 'action' | 'menu' | 'choice'
  /** Of headings: 1–6 as marked, 7 for text that only looks like a heading, 8 for a label ending in a colon; 0 otherwise. */
  level: number
  text: string
  /** Where `text` starts in the readable text of the page. */
  start: number
  region: Region
  /** Number of the header, footer or sidebar it stands in; 0 in the main part. Headings do not rule across. */
  zone: number
  element: PageElement
  links: BlockLink[]
  /** Share of the text that is bold, underlined or larger, 0–1. */
  weight: number
  /** Names of icons, classes and item properties around it, in lower case. */
  hints: string
  /** Folded away when the page opens, such as the panel of an accordion. */
  folded: boolean
  /** Known to be of no use as knowledge, such as "Read more". */
  idle: boolean
  row: RowCells | null
  /** Of menus: the labels above it. */
  path: string[]
}
