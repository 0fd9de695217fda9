/** E-mail addresses in a text that was typed or pasted, each once, in lower case. */
export function addressesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;<>"]+/).flatMap((it) => (it.includes('@') ? [it.toLowerCase()] : [])))]
}
