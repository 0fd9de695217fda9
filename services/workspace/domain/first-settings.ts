import type { Settings } from '@myna/contracts/workspace'

/** What holds until an organisation chooses otherwise. */
export const firstSettings: Settings = {
  organisationName: 'My business',
  timeZone: 'Asia/Kolkata',
  defaultLanguage: 'en',
  country: 'IN',
  recordBrowserCalls: true,
  crawlMaxPages: 50,
  flags: {},
}

/** Settings with some of them changed. */
export function changedSettings(settings: Settings, change: { [K in keyof Settings]?: Settings[K] | undefined }): Settings {
  return { ...settings, ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Settings>) }
}
