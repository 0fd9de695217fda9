import type { Page, Route } from '@playwright/test'

/** How what a page asks of the server goes: well, refused with a problem, answered with a page of somebody else, or not answered at all; or only what would change something fails (`acts`), or is denied to who asks (`denied`). */
export type Outcome = 'well' | 'problem' | 'acts' | 'denied' | 'html' | 'silent'

/** The id that stands on every problem here. */
export const requestId = '0af7651916cd43dd8448eb211c80319c'
/** What the frame around every page asks, without which there is no page to look at, and what a page that was read by itself offers besides. */
const frame = /^\/api\/v1\/(identity\/me|identity\/sign-in\/ways|workspace\/(news|brand|brand-faces|presence|notifications))(\/|$)/

/** A problem as the server writes it. */
export const problem = (code: string, status: number, title: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: `/problems/${code}`, title, status, code, traceId: requestId }),
})

/** Lets what a page asks fail, as is chosen at the time; `whole`: also what the frame around it asks. */
export async function openFailing(page: Page, { whole = false } = {}) {
  let outcome: Outcome = 'well'
  let held: Route[] = []
  /** What failed and was not answered since. */
  const failed = new Set<string>()
  await page.route(
    (url) => url.pathname.startsWith('/api/v1/') && (whole || !frame.test(url.pathname)),
    async (route) => {
      const asked = `${route.request().method()} ${new URL(route.request().url()).pathname}`
      if (outcome === 'well' || ((outcome === 'acts' || outcome === 'denied') && route.request().method() === 'GET')) {
        failed.delete(asked)
        return route.continue()
      }
      failed.add(asked)
      if (outcome === 'silent') held.push(route)
      else if (outcome === 'denied')
        await route.fulfill(problem('request.forbidden', 403, 'You may not do this. An owner or admin of your organisation can grant it.'))
      else if (outcome !== 'html') await route.fulfill(problem('server.unavailable', 503, 'This part of Myna is not reachable right now.'))
      else await route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Welcome to the network</title><h1>Please sign in</h1>' })
    },
  )
  return {
    failed,
    /** Chooses how it goes from now on; what waits for an answer gets it when it goes well again, and goes down with a new failure. */
    async goes(next: Outcome): Promise<void> {
      outcome = next
      if (next === 'silent') return
      for (const route of held.splice(0)) {
        if (next === 'well') failed.delete(`${route.request().method()} ${new URL(route.request().url()).pathname}`)
        // Whoever asked may have left.
        await (next === 'well' ? route.continue() : route.abort()).catch(() => undefined)
      }
    },
    /** Forgets what failed before. */
    forget(): void {
      failed.clear()
      held = []
    },
  }
}
