import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createQuestionVectors } from '#embedding/question-vectors.ts'
import { type Mood, playEmbedder } from '#test/play-embedder.ts'

const times = { deadlineMs: 150, giveUpMs: 250, restMs: 100, longestRestMs: 400 }

function open() {
  const played = playEmbedder()
  const lines: string[] = []
  const log = { info: (_: unknown, text: string) => void lines.push(text), warn: (_: unknown, text: string) => void lines.push(text) }
  return { ...played, lines, questions: createQuestionVectors(played.embedder, log as never, times) }
}

describe('vectors of questions', () => {
  it('are asked for once, however often and at once the question comes', async () => {
    const { questions, asked, vectorOf } = open()
    const all = await Promise.all([questions.find('a', ' May I return it?'), questions.find('a', 'May I return it?')])
    expect(all).toEqual([vectorOf('May I return it?'), vectorOf('May I return it?')])
    await questions.find('a', 'May I return it?')
    expect(asked).toEqual([['May I return it?']])
  })

  it('are kept apart by place, and the oldest forgotten', async () => {
    const { questions, asked } = open()
    await questions.find('a', 'Hello?')
    await questions.find('b', 'Hello?')
    for (let at = 0; at < 500; at++) await questions.find('b', `Question ${at}`)
    await questions.find('a', 'Hello?')
    expect(asked.flat().filter((it) => it === 'Hello?')).toHaveLength(3)
  })

  it('are none for nothing, and of hostile questions cut and whole', async () => {
    const { questions, asked } = open()
    expect(await questions.find('a', ' \n')).toBeNull()
    expect(await questions.find('a', `\ud800${'👩‍👩‍👧'.repeat(10_000)}`)).not.toBeNull()
    expect(asked.flat().every((it) => it.length <= 1_000 && it.isWellFormed())).toBe(true)
  })

  it.each(['down', 'too_many', 'no_key', 'not_numbers', 'one_less', 'stranger', 'silent', 'deaf', 'late'] as Mood[])(
    'are none while the embedder is %s; then it is left alone, the log told once, and it is asked again later',
    async (mood) => {
      const { questions, asked, lines, be } = open()
      be(mood)
      for (let at = 0; at < 3; at++) expect(await questions.find('a', `Question ${at}`)).toBeNull()
      await expect.poll(() => lines.length).toBe(1)
      expect(await questions.find('a', 'Another')).toBeNull()
      expect(asked).toHaveLength(3)
      expect(lines).toEqual([expect.stringContaining('by words alone')])
      be('well')
      await sleep(150)
      await expect.poll(() => questions.find('a', 'Another'), { timeout: 5_000 }).not.toBeNull()
      expect(lines.at(-1)).toContain('again')
      expect(lines).toHaveLength(2)
    },
  )

  it('that came too late are there the next time', async () => {
    const { embedder } = playEmbedder()
    const slow: typeof embedder = { ...embedder, embed: async (texts, signal) => (await sleep(180), embedder.embed(texts, signal)) }
    const questions = createQuestionVectors(slow, { info() {}, warn() {} } as never, times)
    expect(await questions.find('a', 'Hello?')).toBeNull()
    await sleep(100)
    expect(await questions.find('a', 'Hello?')).not.toBeNull()
  })

  it('are not asked for in any number at once', async () => {
    const { questions, asked, be } = open()
    be('silent')
    await Promise.all(Array.from({ length: 100 }, (_, at) => questions.find('a', `Question ${at}`)))
    expect(asked.length).toBeLessThanOrEqual(16)
  })
})
