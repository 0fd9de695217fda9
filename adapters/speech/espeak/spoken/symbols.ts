import type { Tongue } from './tongue.ts'

/** Signs between words in words; those that only decorate are dropped. */
export function saySymbols(text: string, tongue: Tongue): string {
  return text
    .replace(/\s*&\s*/g, ` ${tongue.and} `)
    .replace(/#(?=\s?\p{N}|\s?\p{L})/gu, (_, at: number) => (/^#\s?\d/.test(text.slice(at)) ? `${tongue.number} ` : ''))
    .replace(/(?<=[\p{L}\p{M}\p{N}])\+(?=[\p{L}\p{N}])|(?<=\S)\s+\+\s+(?=\S)/gu, ` ${tongue.plus} `)
    .replace(/(?<=\d)\+/g, ` ${tongue.plus}`)
    .replace(/\s*=\s*/g, ` ${tongue.symbols['=']} `)
    .replace(/<(?=\s*[\d₹$€£])/g, ` ${tongue.symbols['<']} `)
    .replace(/>(?=\s*[\d₹$€£])/g, ` ${tongue.symbols['>']} `)
    .replace(/@(?=\w)/g, `${tongue.at} `)
}

/** What no rule has read: signs that would be named or stumbled over. */
export function dropSigns(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{M}])\/(?=\p{L})/gu, ' ')
    .replace(/\s+\/\s+/g, ', ')
    .replace(/[*_^~\\|<>{}[\]]+/g, ' ')
    .replace(/\s+[-–—]+\s+/g, ', ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ +([.,;:!?।॥])/g, '$1')
    .replace(/ *\n */g, '\n')
    .trim()
}
