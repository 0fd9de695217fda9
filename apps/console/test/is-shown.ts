import type { Page } from '@playwright/test'
import { see } from './see.ts'

/** Counts what a page has asked of the server and has no answer to yet; a stream counts until it begins. Must be called before the page loads. */
export const countAsked = () => {
  const ask = globalThis.fetch
  const counted = globalThis as { askedOfServer?: number }
  counted.askedOfServer = 0
  globalThis.fetch = (...args) => {
    counted.askedOfServer!++
    // An answer is drawn a moment after it came.
    return ask(...args).finally(() => setTimeout(() => counted.askedOfServer!--, 30))
  }
}

/** Waits until a page has its heading and nothing of it loads; a page of the console always listens for news, so the network is never idle. */
export async function isShown(page: Page): Promise<void> {
  // What opens over a page stands in front of its heading.
  const heading = page.getByRole('heading', { level: 1 }).or(page.getByRole('dialog').getByRole('heading')).first()
  await see(heading, `the heading of ${page.url()}`).toBeVisible({ timeout: 30_000 })
  await page.waitForFunction(() => !(globalThis as { askedOfServer?: number }).askedOfServer, undefined, { timeout: 30_000 })
  await see(page.getByRole('status', { name: /Loading|लोड|লোড/ })).toHaveCount(0, { timeout: 30_000 })
}
