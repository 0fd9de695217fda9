import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { findLiveSession, scopesOfSession } from '#store/live-session.ts'
import { refuseImpersonator, sessionIn } from '#store/person.ts'
import { addRefreshToken, pairOf } from '#store/tokens.ts'

/** Makes tokens for the session of whoever asks; they end with it. */
export const issueToken: Handle<'issueToken'> = async (_input, context) => {
  refuseImpersonator(context)
  const { sessionId } = sessionIn(context)
  const directory = await directoryOf(context)
  const session = await findLiveSession(directory.read, { id: sessionId }, context.clock.now())
  if (!session) throw new Fault('request.unauthenticated', { sessionId })
  const refreshToken = await directory.change(context.caller, async (tx) => {
    if (context.caller.tenantId) await context.note(tx, { action: 'issue-token', subject: `session:${sessionId}` })
    return addRefreshToken(context, tx, sessionId)
  })
  return pairOf(context, session, await scopesOfSession(context, session), refreshToken)
}
