import { expect, it } from 'vitest'
import { runMyna } from '#test/myna.ts'

const env = { PATH: process.env['PATH'] ?? '', MYNA_URL: 'http://127.0.0.1:1' }
const linesOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

it('understands lines of a file in their order, without a server', async () => {
  const asked = [
    { id: 'a', text: 'book a demo for tomorrow at 4 pm', reference: '2026-11-21T09:00:00+05:30', zone: 'Asia/Kolkata' },
    { id: 2, text: 'मेरी मीटिंग रद्द कर दो' },
    { id: 'c', text: 'ধন্যবাদ', zone: null },
  ]
  const { code, out, err } = await runMyna(['understand', '--file', '-', '--json'], env, `\ufeff${asked.map((it) => JSON.stringify(it)).join('\r\n')}\n\n`)
  expect([code, err]).toEqual([0, ''])
  const answers = linesOf(out)
  expect(answers.map((it) => [it['id'], it['language'], it['intent']])).toEqual([
    ['a', 'en', 'schedule_meeting'],
    [2, 'hi', 'cancel'],
    ['c', 'bn', 'thanks'],
  ])
  expect(answers[0]?.['entities']).toMatchObject([{ type: 'time', value: { from: '2026-11-22T16:00' } }])
  expect(Object.keys(answers[1] ?? {})).toEqual(['id', 'language', 'intent', 'confidence', 'entities'])
})

it('goes on after lines that cannot be read, and says so by its exit code', async () => {
  const lines = [
    '{"id":1,"text":5}',
    'no json',
    '[]',
    '{"id":4,"text":"hi","zone":"Moon/Base"}',
    '{"id":5,"text":"hi","reference":"soon"}',
    '{"id":6,"text":"bye"}',
  ]
  const { code, out } = await runMyna(['understand', '--file', '-'], env, lines.join('\n'))
  expect(code).toBe(1)
  const answers = linesOf(out)
  expect(answers.map((it) => [it['id'], typeof it['error'], it['intent']])).toEqual([
    [1, 'string', undefined],
    [null, 'string', undefined],
    [null, 'string', undefined],
    [4, 'string', undefined],
    [5, 'string', undefined],
    [6, 'undefined', 'goodbye'],
  ])
})

it('says how it is called', async () => {
  expect((await runMyna(['understand'], env)).code).toBe(2)
  expect((await runMyna(['understand', '--file', '/nowhere.jsonl'], env)).err).toContain('There is no file')
  expect((await runMyna(['understand', 'one minute please'], env)).out).toMatch(/^wait \(/)
})
