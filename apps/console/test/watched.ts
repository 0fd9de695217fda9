import type { Page } from '@playwright/test'

type Seen = { shifts: string[]; violations: string[] }
type WithSeen = { seenByTest?: Seen }

/** Watches a page for what a person should never meet. Must be called before it loads. */
export async function watch(page: Page) {
  const troubles: string[] = []
  let data = ''
  page.on('pageerror', (error) => troubles.push(`broken: ${error.message}`))
  page.on('console', (it) => {
    // A refusal of the server is told to the person; the browser notes it too.
    if (it.type() === 'error' && !it.text().startsWith('Failed to load resource')) troubles.push(`console: ${it.text()}`)
  })
  page.on('response', (it) => {
    if (!it.url().includes('/api/v1/') || !it.headers()['content-type']?.includes('json')) return
    void it.text().then(
      (text) => (data += text),
      () => undefined,
    )
  })
  await page.addInitScript(() => {
    const seen: Seen = { shifts: [], violations: [] }
    ;(globalThis as WithSeen).seenByTest = seen
    addEventListener('securitypolicyviolation', (it) => seen.violations.push(`${it.violatedDirective} ${it.blockedURI}`))
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node | null; previousRect: DOMRect; currentRect: DOMRect }[] }
    const named = ({ node, previousRect: from, currentRect: to }: Shift['sources'][number]) =>
      `${node?.nodeName ?? 'what is gone'}.${String((node as Element | null)?.className ?? '').slice(0, 60)} from ${from.y} (${from.height} high) to ${to.y} (${to.height} high)`
    new PerformanceObserver((list) => {
      // Less than a thousandth of the screen, as when a letter gets its font, is seen by nobody.
      for (const it of list.getEntries() as Shift[])
        if (!it.hadRecentInput && it.value >= 0.001) seen.shifts.push(`${it.value.toFixed(3)} ${it.sources.map(named).join(' and ')}`)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return {
    /** What the server told the page so far. */
    data: () => data,
    /** What went wrong since it was last asked. */
    async take(): Promise<{ troubles: string[]; shifts: string[] }> {
      const seen = await page.evaluate(() => {
        const it = (globalThis as WithSeen).seenByTest!
        return { shifts: it.shifts.splice(0), violations: it.violations.splice(0) }
      })
      return { troubles: [...troubles.splice(0), ...seen.violations.map((it) => `against the content policy: ${it}`)], shifts: seen.shifts }
    },
  }
}
