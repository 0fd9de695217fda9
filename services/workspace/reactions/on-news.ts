import { agentsEvents } from '@myna/contracts/agents'
import { appsEvents } from '@myna/contracts/apps'
import { auditEvents } from '@myna/contracts/audit'
import { callsEvents } from '@myna/contracts/calls'
import { identityEvents } from '@myna/contracts/identity-events'
import { knowledgeEvents } from '@myna/contracts/knowledge'
import { toolsEvents } from '@myna/contracts/tools'
import { reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { newsOfAct } from '#domain/news-of-act.ts'
import { spread } from '#reactions/spread.ts'

/** Whatever a subject does is news of what it was done to. */
const onActNoted = reaction(auditEvents.actNoted, async ({ subject }, context: Context) => {
  const changed = newsOfAct(subject)
  if (changed) await spread(context, [changed])
})

/** The end of a call, and what conversations leave behind: callers, questions, costs. */
const onCallEnded = reaction(callsEvents.callEnded, ({ callId }, context: Context) => spread(context, [{ kind: 'call', id: callId }]))

/** The end of building an agent; whoever waits for it is told. */
const onCreationEnded = reaction(agentsEvents.creationEnded, ({ creationId, agentId, status }, context: Context) =>
  spread(
    context,
    [
      { kind: 'creation', id: creationId },
      { kind: 'agent', id: agentId },
    ],
    status === 'done' || status === 'failed'
      ? { kind: status === 'done' ? 'agent-built' : 'agent-failed', subjectId: agentId, once: `creation:${creationId}:${status}` }
      : undefined,
  ),
)

/** A website was read. */
const onSourceRead = reaction(knowledgeEvents.sourceRead, ({ sourceId, baseId }, context: Context) =>
  spread(context, [
    { kind: 'source', id: sourceId },
    { kind: 'base', id: baseId },
  ]),
)

/** Somebody wants something of the business. */
const onErrandNoted = reaction(toolsEvents.errandNoted, ({ errandId }, context: Context) =>
  spread(context, [{ kind: 'errand', id: errandId }], { kind: 'errand-noted', subjectId: errandId, once: `errand:${errandId}` }),
)

/** An application fails. */
const onAppUnwell = reaction(appsEvents.appUnwell, ({ appId, name }, context: Context) =>
  spread(context, [{ kind: 'app', id: appId }], {
    kind: 'app-unwell',
    subjectId: appId,
    name,
    once: `app:${appId}:unwell:${context.clock.now().toISOString().slice(0, 16)}`,
  }),
)

/** An application is well again. */
const onAppRecovered = reaction(appsEvents.appRecovered, ({ appId, name }, context: Context) =>
  spread(context, [{ kind: 'app', id: appId }], {
    kind: 'app-recovered',
    subjectId: appId,
    name,
    once: `app:${appId}:well:${context.clock.now().toISOString().slice(0, 16)}`,
  }),
)

/** Something in the acts of the tenant should be looked at. */
const onSignalRaised = reaction(auditEvents.signalRaised, ({ signalId, subjectName }, context: Context) =>
  spread(context, [{ kind: 'signal', id: signalId }], { kind: 'signal-raised', subjectId: signalId, name: subjectName, once: `signal:${signalId}` }),
)

/** Somebody signed in as a person in a way that is not like them; the person is told. */
const onSignInSuspicious = reaction(identityEvents.signInSuspicious, ({ userId, signInId }, context: Context) =>
  spread(context, [], { kind: 'sign-in-suspicious', subjectId: userId, recipient: `user:${userId}`, once: `sign-in:${signInId}` }),
)

/** A credential of a person was guessed at; the person is told. */
const onAccountAttacked = reaction(identityEvents.accountAttacked, ({ id, userId }, context: Context) =>
  spread(context, [], { kind: 'account-attacked', subjectId: userId, recipient: `user:${userId}`, once: `attack:${id}` }),
)

/** What the service hears that people with the console open want to know at once. */
export const onNews = {
  onActNoted,
  onCallEnded,
  onCreationEnded,
  onSourceRead,
  onErrandNoted,
  onAppUnwell,
  onAppRecovered,
  onSignalRaised,
  onSignInSuspicious,
  onAccountAttacked,
}
