import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { createLog } from '#log.ts'
import { createSpanList } from '#testing/span-list.ts'
import { createTracer } from '#trace/tracer.ts'

/** What a log writes while something is done, line by line. */
function linesOf(work: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const destination = new PassThrough()
  const log = createLog({ level: 'debug', destination })
  work(log)
  const text = String(destination.read() ?? '')
  return text
    .trim()
    .split('\n')
    .map((it) => {
      const names = [...it.matchAll(/"([^"\\]+)":/g)].map((found) => found[1])
      expect(new Set(names).size, `a name twice in ${it}`).toBe(names.length)
      return JSON.parse(it) as Record<string, unknown>
    })
}

it('writes lines a collector reads without rules of its own', () => {
  const [line] = linesOf((log) =>
    log.child({ service: 'calls', traceId: 'request-1', tenantId: 't' }).warn({ callId: 'c', url: '/api/v1/calls' }, 'a turn failed'),
  )
  expect(line).toMatchObject({
    'log.level': 'warn',
    message: 'a turn failed',
    'ecs.version': expect.any(String),
    'service.name': 'myna',
    'http.request.id': 'request-1',
    'organization.id': 't',
    'url.path': '/api/v1/calls',
    'myna.service': 'calls',
    'myna.callId': 'c',
  })
  expect(Date.parse(String(line!['@timestamp']))).not.toBeNaN()
})

it('names the trace and the span it was written in, and none where nothing is traced', () => {
  const span = createTracer({ sink: createSpanList(), share: 1 }).begin('x', { kind: 'server', id: 'a'.repeat(32) })!
  const [traced, untraced] = linesOf((log) => {
    span.run(() => log.info('inside'))
    log.info('outside')
  })
  expect(traced).toMatchObject({ 'trace.id': 'a'.repeat(32), 'span.id': span.id })
  expect(untraced).not.toHaveProperty('trace.id')
})

it('hides secrets and what people say, at every depth it is written', () => {
  const lines = linesOf((log) => {
    log.info({ token: 'tops3cret', detail: { password: 'tops3cret', in: { apiKey: 'tops3cret' } }, text: 'I am ill', words: ['I am ill'] }, 'x')
    log.child({ authorization: 'tops3cret' }).info('y')
  })
  expect(JSON.stringify(lines)).not.toMatch(/tops3cret|ill/)
})

it('tells of an error its kind, sentence, place and causes, and not the row a database hangs on it', () => {
  const refused = Object.assign(new Error('duplicate key value violates unique constraint "names"'), {
    code: '23505',
    severity: 'ERROR',
    detail: 'Key (name)=(Meera) already exists.',
    parameters: ['Meera'],
  })
  const unfit = Object.assign(new Error('invalid input syntax for type integer: "Meera"'), { code: '22P02', severity: 'ERROR' })
  const lines = linesOf((log) => {
    log.error({ err: new Error('could not save', { cause: refused }) }, 'x')
    log.error({ err: unfit }, 'y')
    log.error({ err: 'not even an error' }, 'z')
  })
  expect(lines[0]).toMatchObject({ 'error.type': 'Error', 'error.message': 'could not save' })
  expect(lines[0]!['error.stack_trace']).toMatch(/could not save\n\s+at .*[^]*caused by Error: duplicate key/)
  expect(lines[1]).toMatchObject({ 'error.code': '22P02', 'error.message': 'A value does not fit.' })
  expect(lines[2]).toMatchObject({ 'error.message': 'not even an error' })
  expect(JSON.stringify(lines)).not.toContain('Meera')
})
