import { z } from 'zod'
import { CallReport } from './calls-report.ts'
import { operation } from './operation.ts'
import { Id, Language } from './page.ts'

export const ConversationReport = CallReport.extend({ language: Language.describe('Of the conversation, and so of the summary.') }).meta({
  id: 'ConversationReport',
  description: 'What a conversation by itself tells of how it went; the line it was held over may know more.',
})
export type ConversationReport = z.infer<typeof ConversationReport>

/** What is left of conversations. */
export const reports = {
  reportConversation: operation({
    http: 'GET /brain/conversations/{conversationId}/report',
    summary: 'Tell what a conversation was about, how it came out and what is to be done now; nothing is kept',
    access: 'brain:read',
    input: z.object({ conversationId: Id }),
    output: ConversationReport,
    faults: ['brain.conversation_not_found'],
  }),
}
