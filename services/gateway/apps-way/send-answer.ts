import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { appHeaders } from '@myna/contracts/apps-signature'
import { Fault } from '@myna/kernel'
import { headersOfAnswer } from '#apps-way/app-headers.ts'
import { locationThroughMyna } from '#apps-way/app-target.ts'
import type { AppRoute, RouteVersion } from '#apps-way/choose-version.ts'
import { within } from '#apps-way/within.ts'

type From = { route: AppRoute; version: RouteVersion; target: URL; slug: string }

/** The head of an application's answer as it leaves Myna. Throws `apps.answer_wrong` when it cannot. */
export function headOfAnswer(answer: Response, { route, version, target, slug }: From): { status: number; headers: Record<string, string> } {
  const { status } = answer
  const wrong = (why: string) => new Fault('apps.answer_wrong', { appId: route.appId, version: version.name, why })
  if (status < 200 || status > 599) throw wrong(`status ${status}`)
  const headers: Record<string, string> = { ...headersOfAnswer(answer.headers), [appHeaders.version]: encodeURIComponent(version.name) }
  if (Number(headers['content-length'] ?? 0) > route.limits.maxAnswerBytes) throw wrong('it is too long')
  const location = answer.headers.get('location')
  if (location === null || status === 304) return { status, headers }
  if (status < 300 && status !== 201) return { status, headers }
  const through = locationThroughMyna(location, target, version.url, slug)
  if (through === undefined) throw wrong('it leads elsewhere')
  return { status, headers: { ...headers, location: through } }
}

/**
 * Passes the body of an answer on, piece by piece as it comes and no faster than it is taken. Throws when it is too long, stalls, or breaks off; what was sent
 * cannot be taken back then, and the connection must be cut so that nobody takes half an answer for a whole one.
 */
export async function sendBody(answer: Response, response: ServerResponse, limits: AppRoute['limits'], gone: AbortSignal): Promise<void> {
  if (!answer.body) return void response.end()
  const chunks = answer.body.getReader()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await within(limits.idleMs, chunks.read(), () => new Fault('apps.too_slow', { idleMs: limits.idleMs }))
      if (done) break
      bytes += value.length
      if (bytes > limits.maxAnswerBytes) throw new Fault('apps.answer_wrong', { why: 'it is too long' })
      if (!response.write(value)) await once(response, 'drain', { signal: gone })
    }
    response.end()
  } catch (error) {
    chunks.cancel().catch(() => {})
    throw error
  }
}
