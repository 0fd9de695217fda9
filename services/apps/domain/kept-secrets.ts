/** A secret and the places (scheme, host, port) it is for: those the application had when it was entered. A new place must not learn it by itself. */
export type KeptSecret = { value: string; origins: string[] }
export type KeptSecrets = Record<string, KeptSecret>

/**
 * Secrets after a change: `wanted` names all there are to be, an empty value keeps the one there is. What is entered is for `origins`, what is kept stays for the
 * places it was for. Names are compared without regard to case when `ofHeaders`.
 */
export function secretsAfter(
  before: Readonly<KeptSecrets>,
  wanted: Readonly<Record<string, string>>,
  origins: readonly string[],
  isSame: (a: string, b: string) => boolean = (a, b) => a === b,
): KeptSecrets {
  const after: KeptSecrets = {}
  for (const [name, value] of Object.entries(wanted)) {
    const kept = Object.entries(before).find(([it]) => isSame(it, name))?.[1]
    if (value !== '') after[name] = { value, origins: [...new Set(origins)] }
    else if (kept) after[name] = kept
  }
  return after
}

/** The secrets that are for a place. */
export function secretsFor(secrets: Readonly<KeptSecrets>, origin: string): Record<string, string> {
  return Object.fromEntries(Object.entries(secrets).flatMap(([name, it]) => (it.origins.includes(origin) ? [[name, it.value]] : [])))
}
