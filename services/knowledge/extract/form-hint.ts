import { type PageElement, rawText } from './page-tree.ts'
import { readable } from './readable-text.ts'

const filler = /^(?:-+|select|choose|please|any|all|none|other|yes|no|mr|mrs|ms|dr|day|month|year|am|pm|n\/a|\d{1,4}|[+(]?\d{1,3}\)?|चुनें|নির্বাচন)\b/i
const personal = /country|state|title|gender|year|month|\bday\b|\btime\b|hour|language|currency|code|sort|per page|quantity|qty|nationality/i

/** Reads what a drop-down list offers: its label and options. Lists of countries, dates, numbers and the like say nothing and are passed over. */
export function readChoices(select: PageElement, found: (label: string, options: string[]) => void): void {
  const options: string[] = []
  let first = ''
  for (const option of optionsOf(select)) {
    const text = readable(rawText(option)).trim()
    if (text === '') continue
    if (options.length === 0 && first === '' && filler.test(text)) {
      first = text.replace(/^[-\s]+|[-\s:]+$/g, '')
      continue
    }
    if (text.length <= 100 && !/^\W*\d*\W*$/.test(text) && !options.includes(text)) options.push(text)
  }
  const label = labelOf(select) || first
  if (options.length < 2 || options.length > 40 || label === '' || personal.test(label) || personal.test(select.attributes.get('name') ?? '')) return
  found(label, options)
}

function optionsOf(select: PageElement): PageElement[] {
  return select.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'option') return [child]
    return child.name === 'optgroup' ? optionsOf(child) : []
  })
}

/** The words of the `<label>` that stands before a field in the same group. */
function labelOf(select: PageElement): string {
  const own = select.attributes.get('aria-label') ?? select.attributes.get('title')
  let group = select.parent
  for (let hops = 0; group && hops < 3; group = group.parent, hops++) {
    const label = group.children.find((child): child is PageElement => typeof child !== 'string' && child.name === 'label')
    if (label)
      return readable(rawText(label))
        .replace(/[*:\s]+$/, '')
        .trim()
  }
  return own ? readable(own).trim() : ''
}
