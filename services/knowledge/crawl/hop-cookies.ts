/** Cookies for one chain of redirects: some sites set one and redirect to themselves until it comes back. */
export type HopCookies = { take(setCookie: string | undefined): void /** Value of the `cookie` header, empty when there are none. */; header(): string }

/** Remembers names and values only; the chain ends before paths and expiry could matter. */
export function createHopCookies(): HopCookies {
  const kept = new Map<string, string>()
  return {
    take(setCookie) {
      // Several headers arrive joined by commas, and dates inside them hold commas too.
      for (const part of setCookie?.split(/,(?=\s*[\w!#$%&'*+.^`|~-]+=)/) ?? []) {
        const [, name, value] = /^\s*([\w!#$%&'*+.^`|~-]+)=([^;\s]*)/.exec(part) ?? []
        if (name && kept.size < 20 && (value ?? '').length < 2_000) kept.set(name, value ?? '')
      }
    },
    header: () => [...kept].map(([name, value]) => `${name}=${value}`).join('; '),
  }
}
