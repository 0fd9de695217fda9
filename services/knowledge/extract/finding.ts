import type { Item } from '@myna/contracts/knowledge'

/** Something found on a page, before it is sorted and weighed. */
export type Finding = {
  kind: Item['kind']
  /** What it is about, the widest first. */
  path: string[]
  text: string
  label: string | null
  value: string | null
  /** The stretch of the page's readable text it was read from. */
  start: number
  end: number
  /** How sure it is what it seems before its words are weighed, 0–1. */
  trust: number
  /** Schema.org types it was marked as. */
  types: string[]
}

/** The words of a path as a title: at most four steps, no step twice. */
export function titleOf(path: readonly string[], fallback: string): string {
  const steps: string[] = []
  for (const step of path) {
    const clean = step.replace(/\s+/g, ' ').trim()
    if (clean !== '' && !steps.some((known) => known.toLowerCase() === clean.toLowerCase()))
      steps.push(clean.length > 140 ? `${clean.slice(0, 139).trimEnd()}…` : clean)
  }
  const kept = steps.length > 4 ? [steps[0] ?? '', ...steps.slice(-3)] : steps
  return kept.join(' › ') || fallback
}
