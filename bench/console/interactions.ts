import type { Page } from '@playwright/test'

/** What a browser saw of a page, of everything since `watch`. */
export type Seen = {
  /** Of each press of a key or the mouse, until the next picture was shown; those under 16 ms are not told one by one. */
  interactions: { at: number; ms: number }[]
  /** How many presses there were in all. */
  count: number
  layoutShift: number
  longTasks: { at: number; ms: number }[]
}

/** Lets every page of a tab note its interactions as the browser itself measures them. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { interactions: new Map<number, { at: number; ms: number }>(), layoutShift: 0, longTasks: [] as { at: number; ms: number }[] }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const it of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[]) {
        const before = seen.interactions.get(it.interactionId)
        if (it.interactionId > 0 && (!before || before.ms < it.duration)) seen.interactions.set(it.interactionId, { at: it.startTime, ms: it.duration })
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
    new PerformanceObserver((list) => {
      for (const it of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!it.hadRecentInput) seen.layoutShift += it.value
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((list) => {
      for (const it of list.getEntries()) seen.longTasks.push({ at: it.startTime, ms: it.duration })
    }).observe({ type: 'longtask', buffered: true })
  })
}

/** What was seen so far, and the clock of the page. */
export async function look(page: Page): Promise<Seen & { now: number }> {
  return page.evaluate(async () => {
    // Two pictures later everything that was pressed has been told.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100))))
    const { seen } = window as unknown as {
      seen: { interactions: Map<number, { at: number; ms: number }>; layoutShift: number; longTasks: { at: number; ms: number }[] }
    }
    const { interactionCount } = performance as unknown as { interactionCount: number }
    return { ...seen, interactions: [...seen.interactions.values()], count: interactionCount, now: performance.now() }
  })
}
