import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderOfFailedWork } from './failed-work.ts'
import { see } from './see.ts'
import { openSignedIn } from './signed-in.ts'

/** What an operator does about work that failed for good: looks at why, has it done again, drops it. */
describe('failed work', () => {
  let made: Awaited<ReturnType<typeof folderOfFailedWork>>
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let page: Page

  beforeAll(async () => {
    made = await folderOfFailedWork()
    room = await openSignedIn({ own: { MYNA_DATA: made.folder } })
    page = await room.look({ theme: 'light', width: 1440 })
    page.setDefaultTimeout(20_000)
    await page.goto(`${room.myna.url}/work`)
  })
  afterAll(async () => {
    await room?.close()
    await made?.remove()
  })
  const count = (words: string) => page.getByRole('search').getByText(words, { exact: true })

  it('is listed with why, and one is done again from its drawer', async () => {
    await see(count('3 failed')).toBeVisible()
    await page.locator('tbody tr').filter({ hasText: 'read-file' }).click()
    const drawer = page.getByRole('dialog').filter({ hasText: 'no light' })
    await see(drawer).toContainText('Error: no light')
    await drawer.getByRole('button', { name: 'Do again' }).click()
    await see(drawer).toBeHidden()
    await see(count('2 failed')).toBeVisible()
    await see(page.locator('tbody')).not.toContainText('read-file')
  })

  it('several are dropped at once, asked before, and the page says what will stand here', async () => {
    await page.getByRole('checkbox', { name: 'Select all loaded rows' }).click()
    await page.getByRole('toolbar').getByRole('button', { name: 'Drop' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Drop', exact: true }).click()
    await see(page.getByRole('heading', { name: 'No job has failed for good' })).toBeVisible()
    const left = (await (await room.context.request.get(`${room.myna.url}/api/v1/gateway/platform/dead-jobs`)).json()) as { items: unknown[] }
    expect(left.items).toEqual([])
  })

  it('the audit log keeps who did it', async () => {
    await page.goto(`${room.myna.url}/audit`)
    await see(page.locator('tbody').getByText('retry-dead-job').first()).toBeVisible()
    await see(page.locator('tbody').getByText('forget-dead-job').first()).toBeVisible()
  })
})
