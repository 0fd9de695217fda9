import type { Category, Item } from '@myna/contracts/knowledge'

/** A piece of knowledge as read from one page, before it is compared with the rest of the base. */
export type DraftItem = {
  category: Category
  /** What it is about: the heading path, the question, the label; never empty. */
  title: string
  /** Readable text that makes sense by itself. */
  text: string
  kind: Item['kind']
  /** Of a fact: `phone`, `email`, `address`, `opening_hours`, `founded`, `price` … with `value` as on the page. */
  label: string | null
  value: string | null
  language: string
  url: string
  /** A stretch of the page's readable text, letter for letter. */
  quote: string
  confidence: number
  /** Order on the page, from 0: neighbours give context. */
  position: number
}

/** One page as a reader sees it. */
export type ReadablePage = {
  url: string
  title: string
  description: string
  /** BCP 47 primary language of most of the text. */
  language: string
  /** All readable text, blocks separated by newlines; quotes are found in it. */
  text: string
  items: DraftItem[]
  /** Absolute links on the page, without fragments, in order, unique. */
  links: string[]
  canonical: string | null
  noindex: boolean
  nofollow: boolean
  /** True when the page holds (almost) no text but scripts that would make it. */
  needsScript: boolean
  /** True when the page is a sign-in form and little else. */
  asksForSignIn: boolean
}
