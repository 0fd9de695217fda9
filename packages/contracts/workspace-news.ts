import { z } from 'zod'
import { operation, stream } from './operation.ts'
import { Id, Moment, PageInput, pageOf } from './page.ts'

export const News = z
  .object({
    kind: z
      .string()
      .describe('The noun of what changed, such as `agent` or `call`; `all` when more changed than is remembered, and first of all when nothing is resumed.'),
    id: Id.nullable().describe('Which one; null where the noun is known alone.'),
    topic: z.string().optional().describe('Of the kind `topic`: which of those that were asked for.'),
  })
  .meta({ id: 'News', description: 'Something of the organisation changed; what it is now is asked for by whoever may see it.' })

export type News = z.infer<typeof News>

/** What changes too often to be remembered, or by itself: told only to those who look at it, at most once a second, and not resumed. */
export const newsTopics = ['creation', 'simulation', 'call', 'tool-run', 'source', 'app', 'traffic', 'presence', 'services'] as const
export type NewsTopic = (typeof newsTopics)[number]

/** What a service wakes after it changed something of a topic. */
export const topicOf = (tenantId: string, topic: NewsTopic): string => `workspace.topic.${tenantId}.${topic}`

/** What people are told of, each with the scope one needs to be told; null: it is about the person alone. */
export const notificationScopes = {
  'agent-built': 'agents:read',
  'agent-failed': 'agents:read',
  'errand-noted': 'tools:read',
  'app-unwell': 'apps:read',
  'app-recovered': 'apps:read',
  'signal-raised': 'audit:read',
  'sign-in-suspicious': null,
  'account-attacked': null,
} as const
export type NotificationKind = keyof typeof notificationScopes

export const Notification = z
  .object({
    id: Id,
    kind: z.enum(Object.keys(notificationScopes) as [NotificationKind, ...NotificationKind[]]),
    subjectId: Id.describe('The agent, errand, application, signal or person it is about.'),
    name: z.string().nullable().describe('How that is called, where it was said.'),
    at: Moment,
    read: z.boolean(),
  })
  .meta({ id: 'Notification', description: 'Something a person of the organisation should know of.' })

/** How people learn what happens. */
export const news = {
  watchNews: stream({
    http: 'GET /workspace/news',
    summary: 'Follow what changes in the organisation, by kind and id; the id of an event resumes after it',
    access: 'member',
    input: z.object({
      topics: z
        .string()
        .regex(/^[a-z-]{1,40}(,[a-z-]{1,40}){0,19}$/)
        .optional()
        .describe(`What is looked at besides, with commas between: ${newsTopics.join(', ')}. Each is said first of all, and then when it changed.`),
    }),
    output: News,
  }),
  listPresent: operation({
    http: 'GET /workspace/presence',
    summary: 'List who of the organisation follows its news now, as everybody does who has its console open',
    access: 'members:read',
    input: z.object({}),
    output: z.object({ userIds: z.array(z.string()), isKnown: z.boolean().describe('False while nobody can tell.') }),
  }),
  listNotifications: operation({
    http: 'GET /workspace/notifications',
    summary: 'List what you should know of, newest first',
    access: 'member',
    input: z.object({ ...PageInput }),
    output: pageOf(Notification).extend({ unread: z.number().int().describe('At most 100 are counted.') }),
  }),
  readNotifications: operation({
    http: 'POST /workspace/notifications/reading',
    summary: 'Say that you have read them up to this one',
    access: 'member',
    input: z.object({ upTo: Id }),
    output: z.object({ unread: z.number().int() }),
  }),
}
