/** What an event is about: the thing its name begins with where its data has that id, or else the first id in its data. */
export function objectOf(name: string, data: Readonly<Record<string, unknown>>): string | null {
  const noun = name.split('.')[0]!
  const own = `${noun.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Id`
  const key = typeof data[own] === 'string' ? own : Object.keys(data).find((it) => /^[a-z]+\w*Id$/.test(it) && typeof data[it] === 'string')
  if (key !== undefined) return `${key.slice(0, -2).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${String(data[key])}`
  return typeof data['domain'] === 'string' ? `domain:${data['domain']}` : null
}
