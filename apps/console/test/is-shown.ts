import { expect as see, type Page } from '@playwright/test'

/** Waits until a page has its heading and nothing of it loads; a page of the console always listens for news, so the network is never idle. */
export async function isShown(page: Page): Promise<void> {
  await see(page.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 30_000 })
  await see(page.getByRole('status', { name: /Loading|लोड|লোড/ })).toHaveCount(0, { timeout: 30_000 })
}
