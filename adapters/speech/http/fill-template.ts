/** What a template may hold in braces. `slowness` is 1 ÷ speed, which Piper calls `length_scale`. */
export type Filling = { text: string; voice: string; language: string; speed: number; slowness: number }

const places = /\{(text|voice|language|speed|slowness)\}/g
const onlyPlace = /^\{(speed|slowness)\}$/
const mostDepth = 20

/** A JSON value with every place in its texts filled; a text that is nothing but a place for a number becomes that number. Names of fields stay as they are. */
export function fillTemplate(template: unknown, filling: Filling, depth = 0): unknown {
  if (depth > mostDepth) return null
  if (typeof template === 'string') {
    const number = onlyPlace.exec(template)?.[1]
    return number === undefined ? fillText(template, filling) : filling[number as 'speed' | 'slowness']
  }
  if (Array.isArray(template)) return template.map((it) => fillTemplate(it, filling, depth + 1))
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(Object.entries(template).map(([name, it]) => [name, fillTemplate(it, filling, depth + 1)]))
}

/** A text with every place filled; what is filled in is not looked at again. */
export function fillText(template: string, filling: Filling, write: (value: string) => string = (value) => value): string {
  return template.replace(places, (_, place: keyof Filling) => write(`${filling[place]}`))
}

/** Whether a template has a place for something anywhere. */
export function hasPlace(template: unknown, place: keyof Filling): boolean {
  return (typeof template === 'string' ? template : (JSON.stringify(template) ?? '')).includes(`{${place}}`)
}
