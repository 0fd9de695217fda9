import { fileOf, type GuideName, type GuidePage, guideNames, readGuide } from './guide-pages.ts'

const raw = import.meta.glob<string>(['../../../../docs/guide/*.md', '../../../../CHANGELOG.md'], { query: '?raw', import: 'default', eager: true })
const pictures = import.meta.glob<string>('../../../../docs/guide/*.png', { query: '?url', import: 'default', eager: true })
const names: readonly GuideName[] = [...guideNames, 'changes']

/** All guides, as the files were when the console was built. */
export const guidePages: readonly GuidePage[] = names.map((name) =>
  readGuide(name, raw[name === 'changes' ? '../../../../CHANGELOG.md' : `../../../../docs/guide/${fileOf(name)}`] ?? ''),
)

/** Where a picture of a guide is served. */
export const pictureOf = (source: string): string | undefined => pictures[`../../../../docs/guide/${source}`]
