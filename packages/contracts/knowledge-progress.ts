import { z } from 'zod'

export const CrawlProgress = z
  .object({
    step: z.enum(['reading', 'read', 'skipped', 'failed', 'done']),
    url: z.string().optional(),
    done: z.number().int().describe('Pages dealt with.'),
    found: z.number().int().describe('Pages known so far, read or not.'),
    sentence: z.string(),
  })
  .meta({ id: 'CrawlProgress', description: 'One step of reading a website.' })

export const ExtractProgress = z
  .object({
    step: z.enum(['page', 'sorting', 'comparing', 'done']),
    url: z.string().optional(),
    done: z.number().int(),
    of: z.number().int(),
    items: z.number().int().describe('Items found so far.'),
    sentence: z.string(),
  })
  .meta({ id: 'ExtractProgress', description: 'One step of turning pages into knowledge.' })
