import type { Agent } from '@myna/contracts/agents'
import type { Call } from '@myna/contracts/calls'
import type { BrowserContext } from '@playwright/test'

const statuses = ['ended', 'ended', 'ended', 'dropped', 'no-answer'] as const
const started = Date.UTC(2026, 9, 1)

/** Answers the two lists of the console as the API would, page by page with filters, from so many rows. Everything else comes from the server. */
export async function playLists(context: BrowserContext, rows: number, pattern: Agent): Promise<void> {
  const calls = Array.from({ length: rows }, (_, i) => callOf(i))
  const agents = Array.from({ length: rows }, (_, i): Agent => {
    const at = new Date(started - i * 90_000).toISOString()
    return {
      ...pattern,
      id: idOf('a', i),
      name: `${['Reception', 'Night desk', 'Orders', 'Billing'][i % 4]} ${(i * 7919) % rows}`,
      updatedAt: at,
      createdAt: at,
    }
  })
  await context.route(/\/api\/v1\/(calls|agents)(\?|$)/, (route) => {
    const url = new URL(route.request().url())
    if (route.request().method() !== 'GET') return route.fallback()
    const asked = url.searchParams
    const isCalls = url.pathname.endsWith('/calls')
    const fits = isCalls
      ? calls.filter((it) => (['status', 'channel', 'direction'] as const).every((name) => !asked.has(name) || it[name] === asked.get(name)))
      : agents.filter(
          (it) => it.name.toLowerCase().includes((asked.get('q') ?? '').toLowerCase()) && (!asked.has('status') || it.status === asked.get('status')),
        )
    const [from, limit] = [Number(asked.get('cursor') ?? 0), Number(asked.get('limit') ?? 50)]
    const next = from + limit < fits.length ? { next: String(from + limit) } : {}
    return route.fulfill({ json: { items: fits.slice(from, from + limit), ...next } })
  })
  await context.route(/\/api\/v1\/calls\/[0-9a-f-]{36}$/, (route) => {
    const call = calls.find((it) => route.request().url().endsWith(it.id))
    return call ? route.fulfill({ json: { call, turns: [], report: null } }) : route.fallback()
  })
}

function idOf(kind: 'a' | 'c', i: number): string {
  return `01a1fec2-0000-7000-8${kind}00-${String(i).padStart(12, '0')}`
}

function callOf(i: number): Call {
  const at = started - i * 90_000
  return {
    id: idOf('c', i),
    agentId: idOf('a', i % 4),
    agentName: ['Reception', 'Night desk', 'Orders', 'Billing'][i % 4]!,
    conversationId: idOf('c', i),
    version: 1 + (i % 9),
    channel: i % 3 ? 'phone' : 'browser',
    direction: i % 2 ? 'inbound' : 'outbound',
    from: `+9198300${String(10_000 + (i % 90_000))}`,
    to: '+913340001234',
    status: statuses[i % statuses.length]!,
    answeredBy: 'person',
    endedBy: 'caller',
    startedBy: 'Example Dental',
    startedAt: new Date(at).toISOString(),
    endedAt: new Date(at + 60_000).toISOString(),
    durationMs: 60_000 + (i % 500) * 777,
    turnCount: 4 + (i % 17),
    hasRecording: i % 2 === 0,
    recordingConsent: 'given',
  }
}
