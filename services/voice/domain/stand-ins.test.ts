import type { SpeechVoice } from '@myna/ports/speech'
import { describe, expect, it } from 'vitest'
import { withStandIns } from '#domain/stand-ins.ts'

const voice = (engine: string, id: string, language: SpeechVoice['language'], gender: SpeechVoice['gender']) => ({
  id: `${engine}:${id}`,
  engine: { name: engine },
  voice: { id, name: id, language, gender },
})
const offered = [
  voice('cloud', 'tom', 'en', 'male'),
  voice('cloud', 'nova', 'en', 'female'),
  voice('other', 'asha', 'hi', 'female'),
  voice('local', 'en', 'en', 'male'),
  voice('local', 'en-f', 'en', 'female'),
]

describe('voices that stand in', () => {
  it('are of the same gender where there is one, one of each engine, in the order of engines', () => {
    expect(withStandIns([offered[4]!], offered, 'en').map((it) => it.id)).toEqual(['local:en-f', 'cloud:nova'])
    expect(withStandIns([offered[0]!], offered, 'en').map((it) => it.id)).toEqual(['cloud:tom', 'local:en'])
  })
  it('are the first of each engine when nothing was chosen, and speak the language', () => {
    expect(withStandIns([], offered, 'en').map((it) => it.id)).toEqual(['cloud:tom', 'local:en'])
    expect(withStandIns([], offered, 'bn')).toEqual([])
  })
})
