import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { look, type Seen, watch } from './console/interactions.ts'
import { playLists } from './console/played-lists.ts'
import { type Benchmark, figureOf, quantile } from './figure.ts'
import { newDataFolder, startServer } from './server/server-process.ts'

const rows = 10_000
const executablePath = process.env['MYNA_TEST_CHROMIUM'] ?? '/usr/bin/chromium'
/** The browser tells of no interaction that is shorter. */
const leastToldMs = 16

type Part = Seen & { name: string }

/** How fast a list of ten thousand rows answers a person: presses until the next picture, as Chromium measures them, and what moves without being asked. */
export const consoleLists: Benchmark = {
  summary: 'a list of 10,000 rows: interaction to next paint while scrolling, selecting, filtering, sorting and opening; layout shift',
  async *run() {
    spawnSync(process.execPath, [fileURLToPath(new URL('../apps/console/build.ts', import.meta.url)), '--if-stale'], { stdio: 'inherit' })
    const { folder, remove } = newDataFolder()
    const server = await startServer(folder)
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    const parts: Part[] = []
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      const ask = async (path: string, data: unknown) => {
        const answer = await context.request.post(`${server.url}/api/v1${path}`, { data })
        if (!answer.ok()) throw new Error(await answer.text())
        return answer.json() as Promise<never>
      }
      await ask('/identity/sign-up', { name: 'Test person', organisation: 'Example Dental', email: 'asha@example.com', password: 'a long enough password' })
      await playLists(context, rows, await ask('/agents', { name: 'Reception', config: { businessName: 'Example Dental' } }))
      const page = await context.newPage()
      await watch(page)
      for (const [address, act] of [
        ['/calls', useCalls],
        ['/agents', useAgents],
      ] as const) {
        await page.goto(`${server.url}${address}`)
        await page.locator('tbody tr').first().waitFor()
        let before = await look(page)
        parts.push({ ...before, name: `${address}: until it is shown` })
        for await (const name of act(page)) {
          const after = await look(page)
          const part = { ...since(before, after), name: `${address}: ${name}` }
          parts.push(part)
          yield figureOf({ name: `${part.name}, p98 of ${part.count}`, unit: 'ms' }, quantile(allOf([part]), 0.98))
          before = after
        }
      }
    } finally {
      await browser.close()
      await server.stop()
      remove()
    }
    const all = allOf(parts)
    yield figureOf({ name: `interaction to next paint, p98 of ${all.length}`, unit: 'ms', goal: { of: 'value', atMost: 100 } }, quantile(all, 0.98))
    yield figureOf({ name: 'the longest interaction', unit: 'ms' }, Math.max(...all))
    const scrolled = parts.filter((it) => it.name.includes('scrolling')).flatMap((it) => it.longTasks.map((task) => task.ms))
    yield figureOf({ name: 'the longest task while scrolling through all rows', unit: 'ms' }, Math.max(0, ...scrolled))
    const shifts = parts.reduce((sum, it) => sum + it.layoutShift, 0)
    yield figureOf({ name: 'cumulative layout shift', unit: '', goal: { of: 'value', atMost: 0 } }, Math.round(shifts * 1e4) / 1e4)
  },
}

/** The list that loads on as it is scrolled. */
async function* useCalls(page: Page): AsyncGenerator<string> {
  await page.mouse.move(800, 600)
  const count = page.getByText(`${rows.toLocaleString('en-IN')} calls`, { exact: true })
  await page.keyboard.press('j')
  for (let i = 0; !(await count.isVisible()); i++) {
    await page.mouse.wheel(0, 8_000)
    if (i % 5 === 0) await page.keyboard.press('PageDown')
  }
  yield 'scrolling to the last row'
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, -2_500)
    await page.keyboard.press(i % 10 ? 'PageUp' : 'j')
  }
  yield 'scrolling, with keys between'
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('j')
    await page.keyboard.press('x')
  }
  yield 'selecting by keys'
  for (let i = 0; i < 20; i++)
    await page
      .locator('tbody input[type=checkbox]')
      .nth(8 + (i % 10))
      .click()
  yield 'selecting by mouse'
  for (let i = 0; i < 6; i++) await page.getByRole('checkbox', { name: 'Select all loaded rows' }).click()
  yield 'selecting all rows'
  for (let i = 0; i < 10; i++) {
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  yield 'opening and closing'
  const status = page.getByRole('combobox', { name: 'Status' })
  await status.focus()
  for (let i = 0; i < 10; i++) {
    await page.keyboard.press(i < 5 ? 'ArrowDown' : 'ArrowUp')
    await page.waitForTimeout(120)
  }
  yield 'filtering'
}

/** The list that is here whole. */
async function* useAgents(page: Page): AsyncGenerator<string> {
  for (const name of ['Name', 'Changed', 'Status', 'Name', 'Changed', 'Name']) await page.getByRole('columnheader', { name }).getByRole('button').click()
  yield 'sorting'
  await page.mouse.move(800, 600)
  for (let i = 0; i < 100; i++) {
    await page.mouse.wheel(0, 5_200)
    await page.keyboard.press(i % 10 ? 'PageDown' : 'j')
  }
  yield 'scrolling, with keys between'
  for (let i = 0; i < 8; i++) {
    await page
      .locator('tbody tr')
      .nth(10)
      .click({ position: { x: 500, y: 20 } })
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  yield 'opening and closing'
  await page.getByRole('textbox', { name: 'Search agents' }).click()
  for (const word of ['night', 'orders 12', 'billing']) {
    await page.keyboard.type(word, { delay: 60 })
    await page.waitForTimeout(400)
    for (const _ of word) await page.keyboard.press('Backspace')
  }
  yield 'filtering by words'
}

/** What came between two looks. */
function since(before: Seen & { now: number }, after: Seen): Seen {
  return {
    interactions: after.interactions.filter((it) => it.at > before.now),
    count: after.count - before.count,
    layoutShift: after.layoutShift - before.layoutShift,
    longTasks: after.longTasks.filter((it) => it.at > before.now),
  }
}

/** Every interaction of some parts; those the browser did not tell took at most what it does not tell. */
function allOf(parts: readonly Part[]): number[] {
  return parts.flatMap((it) => [...it.interactions.map((one) => one.ms), ...Array<number>(Math.max(0, it.count - it.interactions.length)).fill(leastToldMs)])
}
