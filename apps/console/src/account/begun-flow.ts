const name = 'myna.sign-in-flow'

/** The sign-in with a vendor that this tab began; only this tab can finish it, and once. */
export const begunFlow = {
  keep(flow: string): void {
    sessionStorage.setItem(name, flow)
  },
  take(): string | undefined {
    const flow = sessionStorage.getItem(name) ?? undefined
    sessionStorage.removeItem(name)
    return flow
  },
}
