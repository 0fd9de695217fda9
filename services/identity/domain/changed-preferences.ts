/** Most bytes that preferences take as JSON in UTF-8. */
export const mostPreferenceBytes = 8_192

/** Preferences with some of them replaced, as JSON text; null removes one. Undefined when that is too much. */
export function changedPreferences(before: Readonly<Record<string, unknown>>, given: Readonly<Record<string, unknown>>): string | undefined {
  const all = new Map([...Object.entries(before), ...Object.entries(given)])
  const text = JSON.stringify(Object.fromEntries([...all].filter(([, value]) => value !== null)))
  return Buffer.byteLength(text) <= mostPreferenceBytes ? text : undefined
}
