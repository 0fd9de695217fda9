import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What on a page breaks a rule of WCAG 2.2 AA that a machine can check, each with where; `at` stands before it. */
export async function brokenRules(page: Page, at = ''): Promise<string[]> {
  // A document is given the rules once; its frames are none, so nothing has to be put together in another window.
  const known = await page.evaluate(() => 'axe' in globalThis)
  const { violations } = await new AxeBuilder({ page, ...(known && { axeSource: ';' }) }).withTags(rules).setLegacyMode().analyze()
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${at && `${at}: `}${rule.id} ${node.target.join(' ')} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`),
  )
}
