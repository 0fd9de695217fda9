import { z } from 'zod'
import { operation } from './operation.ts'
import { Language, Moment } from './page.ts'
import { brandOperations } from './workspace-brand.ts'
import { eventOperations } from './workspace-events.ts'
import { news } from './workspace-news.ts'
import { viewOperations } from './workspace-views.ts'

export const Settings = z
  .object({
    organisationName: z.string().trim().min(1).max(80),
    timeZone: z.string().max(60).refine(isTimeZone, 'Not a time zone.').describe('IANA name, such as Asia/Kolkata.'),
    defaultLanguage: Language,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .describe('ISO 3166 code; decides how telephone numbers are read.'),
    recordBrowserCalls: z.boolean(),
    crawlMaxPages: z.number().int().min(1).max(500),
    flags: z.record(z.string(), z.boolean()).describe('Feature flags by name.'),
  })
  .meta({ id: 'Settings', description: 'What an organisation has chosen for itself.' })
export type Settings = z.infer<typeof Settings>

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const StoredSettings = z.object({ settings: Settings, revision: z.number().int(), updatedAt: Moment })

/** The choices of an organisation, and what its people are told. */
export const workspace = {
  ...news,
  ...brandOperations,
  ...eventOperations,
  ...viewOperations,

  getSettings: operation({
    http: 'GET /workspace/settings',
    cache: { maxAgeMs: 5_000, staleIfErrorMs: 600_000, sharedInTenant: true },
    summary: 'Read the settings of the organisation',
    access: 'member',
    input: z.object({}),
    output: StoredSettings,
  }),
  updateSettings: operation({
    http: 'PATCH /workspace/settings',
    summary: 'Change some settings; `revision` guards against overwriting a colleague',
    access: 'workspace:write',
    input: z.object({ settings: Settings.partial(), revision: z.number().int().optional() }),
    output: StoredSettings,
    faults: ['workspace.changed_meanwhile'],
  }),
}
