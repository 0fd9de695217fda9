import type { TFunction } from 'i18next'
import type { Spoken } from '#api/shapes.ts'

export const spokenLanguages = ['en', 'hi', 'hinglish', 'bn'] as const satisfies readonly Spoken[]

/** Languages of an agent as words: "English, Hindi". */
export function languageNames(t: TFunction, languages: readonly Spoken[]): string {
  return languages.map((it) => t(`spoken.${it}`)).join(', ')
}
