export type { LanguageCode } from '@myna/language'

/** The language of a text by its script alone: Bengali, Hindi, else English. */
export function writtenIn(text: string): 'en' | 'hi' | 'bn' {
  const bengali = text.match(/[\u0980-\u09ff]/g)?.length ?? 0
  const devanagari = text.match(/[\u0900-\u097f]/g)?.length ?? 0
  const latin = text.match(/[a-z]/gi)?.length ?? 0
  return bengali > devanagari && bengali * 2 > latin ? 'bn' : devanagari * 2 > latin ? 'hi' : 'en'
}
