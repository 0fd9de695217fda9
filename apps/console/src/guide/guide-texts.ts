import type { Language } from '#words/language.ts'
import { fileOf, type GuideName, type GuidePage, guideNames, readGuide, readTranslation, translatedLanguages, translatedNames } from './guide-pages.ts'

const folder = '../../../../docs/guide/'
const raw = import.meta.glob<string>(['../../../../docs/guide/*.md', '../../../../docs/guide/{hi,bn}/*.md', '../../../../CHANGELOG.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const pictures = import.meta.glob<string>('../../../../docs/guide/pictures/*.png', { query: '?url', import: 'default', eager: true })
const names: readonly GuideName[] = [...guideNames, 'changes']

/** All guides, as the files were when the console was built. */
const english: readonly GuidePage[] = names.map((name) => readGuide(name, raw[name === 'changes' ? '../../../../CHANGELOG.md' : folder + fileOf(name)] ?? ''))
const translated = translatedLanguages.flatMap((language) =>
  translatedNames.map((name) => readTranslation(english.find((it) => it.name === name)!, language, raw[`${folder}${language}/${fileOf(name)}`] ?? '')),
)

/** All guides in a language, those in English that are not written in it. */
export function guidePagesIn(language: Language): readonly GuidePage[] {
  return english.map((it) => translated.find((one) => one.name === it.name && one.language === language) ?? it)
}

/** Where a picture of a guide is served. */
export const pictureOf = (source: string): string | undefined => pictures[folder + source.replace(/^\.\.\//, '')]
