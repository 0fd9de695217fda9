const token = /^[\w!#$%&'*+.^`|~-]+$/
const notInValue = /[^\t\x20-\x7e\x80-\xff]/

/** Names and values that were looked at and are fine: most come again and again, and looking at them costs more than knowing them. */
const fine = new Set<string>()
const fineAtMost = 2_000

/** Whether a field may stand in a head (RFC 9110, section 5): nothing in it can be read as another line. */
export function isField(name: string, value: string): boolean {
  if (!fine.has(name)) {
    if (!token.test(name)) return false
    if (fine.size < fineAtMost) fine.add(name)
  }
  return !notInValue.test(value)
}
