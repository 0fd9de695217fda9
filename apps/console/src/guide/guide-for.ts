import type { GuideName } from './guide-pages.ts'

type Place = { page: GuideName; id?: string }

/** Which guide is about a page, by the beginning of its address; the first that fits. */
export const guidePlaces: readonly (readonly [path: string, place: Place])[] = [
  ['/agents/new', { page: 'start', id: '2-paste-a-website' }],
  ['/agents', { page: 'start', id: '3-talk-to-it' }],
  ['/numbers', { page: 'phone', id: 'five-steps' }],
  ['/voices', { page: 'phone', id: 'speech' }],
  ['/tools', { page: 'plugins' }],
  ['/applications', { page: 'apps' }],
  ['/training', { page: 'mind', id: 'learning' }],
  ['/understanding', { page: 'mind', id: 'understanding' }],
  ['/providers', { page: 'mind', id: 'language-models' }],
  ['/calls', { page: 'phone', id: 'what-a-caller-experiences' }],
  ['/callers', { page: 'mind' }],
  ['/traffic', { page: 'watch', id: 'requests-fail' }],
  ['/platform', { page: 'operate', id: 'look' }],
  ['/work', { page: 'operate', id: 'work-that-failed-for-good' }],
  ['/team', { page: 'team', id: 'colleagues-and-roles' }],
  ['/api-keys', { page: 'developers', id: 'the-first-question' }],
  ['/reference', { page: 'developers' }],
  ['/security', { page: 'team', id: 'your-own-account' }],
  ['/audit', { page: 'team', id: 'who-did-what' }],
  ['/operators', { page: 'operate', id: 'look' }],
  ['/access', { page: 'apps' }],
  ['/events', { page: 'developers', id: 'events' }],
  ['/settings', { page: 'start', id: '8-settings' }],
]

/** The guide about a page of the console; undefined where there is none. */
export function guideFor(path: string): Place | undefined {
  return guidePlaces.find(([from]) => path === from || path.startsWith(`${from}/`))?.[1]
}
