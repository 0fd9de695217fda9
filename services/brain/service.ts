import { brain as contract } from '@myna/contracts/brain'
import { defineService } from '@myna/kernel'
import { needs, type Ports } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { addProvider } from '#operations/add-provider.ts'
import { answerQuestion } from '#operations/answer-question.ts'
import { cutTurn } from '#operations/cut-turn.ts'
import { detectLanguage } from '#operations/detect-language.ts'
import { getConversation } from '#operations/get-conversation.ts'
import { getUsage } from '#operations/get-usage.ts'
import { listProviders } from '#operations/list-providers.ts'
import { listTurns } from '#operations/list-turns.ts'
import { orderProviders } from '#operations/order-providers.ts'
import { rehearseReply } from '#operations/rehearse-reply.ts'
import { removeProvider } from '#operations/remove-provider.ts'
import { reopenUnanswered } from '#operations/reopen-unanswered.ts'
import { reply } from '#operations/reply.ts'
import { startConversation } from '#operations/start-conversation.ts'
import { testProvider } from '#operations/test-provider.ts'
import { updateProvider } from '#operations/update-provider.ts'
import { answerUnanswered } from '#operations/answer-unanswered.ts'
import { correctTurn } from '#operations/correct-turn.ts'
import { deleteConversation } from '#operations/delete-conversation.ts'
import { dismissUnanswered } from '#operations/dismiss-unanswered.ts'
import { endConversation } from '#operations/end-conversation.ts'
import { forgetCaller } from '#operations/forget-caller.ts'
import { handConversation } from '#operations/hand-conversation.ts'
import { judgeText } from '#operations/judge-text.ts'
import { listCorrections } from '#operations/list-corrections.ts'
import { listRemembered } from '#operations/list-remembered.ts'
import { listUnanswered } from '#operations/list-unanswered.ts'
import { reportConversation } from '#operations/report-conversation.ts'
import { understand } from '#operations/understand.ts'
import { onCallDeleted } from '#reactions/on-call-deleted.ts'
import { onCallEnded } from '#reactions/on-call-ended.ts'
import type { Tables } from '#store/tables.ts'

/** Understands and answers: from knowledge alone, or with a language model held to that knowledge. */
export const brain = defineService<typeof contract, typeof needs, Tables, Ports>({
  name: 'brain',
  contract,
  needs,
  operations: {
    answerQuestion,
    detectLanguage,
    understand,
    listUnanswered,
    listRemembered,
    listCorrections,
    reportConversation,
    judgeText,
    handConversation,
    forgetCaller,
    endConversation,
    dismissUnanswered,
    reopenUnanswered,
    deleteConversation,
    correctTurn,
    answerUnanswered,
    startConversation,
    getConversation,
    listTurns,
    rehearseReply,
    reply,
    cutTurn,
    listProviders,
    addProvider,
    updateProvider,
    removeProvider,
    testProvider,
    orderProviders,
    getUsage,
  },
  start: async (context) => () => deskOf(context).close(),
  hears: { onCallEnded, onCallDeleted },
  migrations: new URL('./migrations/', import.meta.url),
})
