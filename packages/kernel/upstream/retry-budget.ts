/** What each answered request adds, as a share of one retry. */
const share = 0.15
/** Most retries that can be saved up. */
const most = 100
/** Retries that are there however little is asked: so many at once, coming back at so many a second. */
const floor = { most: 10, aSecond: 2 }

/** How much of a service's traffic may be retries, so that trouble is not made worse by asking again: 15 % of what is answered, and a small floor. */
export function createRetryBudget(now: () => number) {
  let earned = 0
  let given: number = floor.most
  let since = now()
  return {
    earn(): void {
      earned = Math.min(most, earned + share)
    },
    /** Whether one more retry is paid for; it is paid with the answer. */
    spend(): boolean {
      const at = now()
      given = Math.min(floor.most, given + ((at - since) / 1_000) * floor.aSecond)
      since = at
      if (earned >= 1) earned--
      else if (given >= 1) given--
      else return false
      return true
    },
  }
}
