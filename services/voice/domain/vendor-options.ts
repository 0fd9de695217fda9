type Options = Readonly<Record<string, string>>

/** Options that may hold a secret: headers are where servers of one's own want theirs. */
const secretive = /^headers$|secret|token|password|credential|authori[sz]ation|key$/i

/** Options that may be shown, and those that are kept sealed. */
export function splitOptions(options: Options): { shown: Record<string, string>; secret: Record<string, string> } {
  const entries = Object.entries(options)
  return {
    shown: Object.fromEntries(entries.filter(([name, value]) => !secretive.test(name) && value !== '')),
    secret: Object.fromEntries(entries.filter(([name]) => secretive.test(name))),
  }
}

/** Sealed options after a change: those that are not named stay, for nobody sees them; an empty text takes one away. */
export function changedSecrets(before: Options, change: Options): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== ''))
}
