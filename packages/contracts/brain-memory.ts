import { z } from 'zod'
import { Remembered } from './dialogue.ts'
import { operation } from './operation.ts'
import { Id, PageInput, pageOf } from './page.ts'

/** What is remembered of callers, with their consent, across conversations and channels. */
export const memory = {
  listRemembered: operation({
    http: 'GET /brain/callers',
    summary: 'List remembered callers, last seen first',
    access: 'brain:read',
    input: z.object({ ...PageInput, q: z.string().max(200).optional() }),
    output: pageOf(Remembered),
  }),
  forgetCaller: operation({
    http: 'DELETE /brain/callers/{callerId}',
    summary: 'Forget a caller: memory goes, and the words of past conversations are no longer tied to them',
    access: 'brain:write',
    input: z.object({ callerId: Id }),
    output: z.object({}),
    faults: ['brain.caller_not_found'],
  }),
}
