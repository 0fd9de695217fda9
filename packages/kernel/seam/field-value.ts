/**
 * The value of a field of a head, from after its colon to the end of its line, without spaces and tabs around it (RFC 9110, section 5.5): those alone, since what
 * else a language takes for a space is a letter of the value.
 */
export function fieldValue(text: string, from: number, to: number): string {
  let first = from
  let last = to
  while (first < last && isBlank(text.charCodeAt(first))) first++
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--
  return text.slice(first, last)
}

function isBlank(letter: number): boolean {
  return letter === 32 || letter === 9
}
