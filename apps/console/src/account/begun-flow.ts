const name = 'myna.sign-in-flow'

/** A sign-in elsewhere that is under way; `from`: the page of somebody who is signed in and only links, or tries, an account there. */
type Begun = { flow: string; from?: '/security' | undefined }

/** The sign-in with a vendor that this tab began; only this tab can finish it, and once. */
export const begunFlow = {
  keep(begun: Begun): void {
    sessionStorage.setItem(name, JSON.stringify(begun))
  },
  take(): Begun | undefined {
    const kept = sessionStorage.getItem(name)
    sessionStorage.removeItem(name)
    return kept === null ? undefined : (JSON.parse(kept) as Begun)
  },
}
