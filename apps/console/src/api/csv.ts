/** Rows as a table that spreadsheets open. A text that a spreadsheet would take for a formula is shown, not run. */
export function csvOf(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (it: string | number | null) => {
    const text = String(it ?? '')
    const safe = typeof it === 'string' && /^([=@\t\r]|[-+](?![\d ]+$))/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  // The mark at the beginning lets Excel read Hindi and Bengali.
  return `\uFEFF${[heads, ...rows].map((it) => it.map(cell).join(',')).join('\r\n')}\r\n`
}
