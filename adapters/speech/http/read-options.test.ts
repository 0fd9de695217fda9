import { PortFault } from '@myna/ports/fault'
import { describe, expect, it } from 'vitest'
import { fillTemplate } from '#fill-template.ts'
import { readHttpSpeechOptions } from '#read-options.ts'

describe('settings of a voice server as people write them', () => {
  it('are read', () => {
    expect(readHttpSpeechOptions({})).toEqual({})
    expect(
      readHttpSpeechOptions({
        method: 'get',
        headers: '{"x-key": "{key}"}',
        body: ' {"text": "{text}", "n": [1]} ',
        answers: 'PCM 22050 stereo',
        voices: '[{"id":"amy","name":"Amy","language":"en","gender":"female","voice":"en_US-amy"},{"id":"p","language":"hi","languageCode":"hi-IN"}]',
      }),
    ).toEqual({
      method: 'GET',
      headers: { 'x-key': '{key}' },
      body: { text: '{text}', n: [1] },
      answers: { as: 'pcm', rate: 22_050, channels: 2 },
      voices: [
        { id: 'amy', name: 'Amy', language: 'en', gender: 'female', voice: 'en_US-amy' },
        { id: 'p', name: 'p', language: 'hi', gender: 'neutral', languageCode: 'hi-IN' },
      ],
    })
    expect(readHttpSpeechOptions({ body: '{text}', answers: 'mulaw' })).toEqual({ body: '{text}', answers: { as: 'mulaw' } })
    expect(readHttpSpeechOptions({ answers: 'wav' })).toEqual({ answers: { as: 'wav' } })
  })

  it.each([
    { method: 'DELETE' },
    { headers: 'x-key: 1' },
    { headers: '["x"]' },
    { headers: '{"x": 1}' },
    { body: '{"text": ' },
    { answers: 'mp3' },
    { answers: 'pcm' },
    { answers: 'pcm fast' },
    { voices: 'amy' },
    { voices: '{"id":"amy"}' },
    { voices: '[{"id":"amy","language":"fr"}]' },
    { voices: '[{"id":"amy","language":"en","gender":"robot"}]' },
    { voices: '[null]' },
  ])('are refused in words for people: %j', (options) => {
    expect(() => readHttpSpeechOptions(options as unknown as Record<string, string>)).toThrow(PortFault)
    expect(() => readHttpSpeechOptions(options as unknown as Record<string, string>)).toThrow(/^The voice server is not set up right: .+\.$/)
  })

  it('fill no place twice, and no name of a field', () => {
    const filling = { text: '{voice} {text}', voice: 'amy', language: 'en', speed: 2, slowness: 0.5 }
    expect(fillTemplate({ '{text}': 'a {text} b {speed}', __proto__: null, deep: [['{speed}']] }, filling)).toEqual({
      '{text}': 'a {voice} {text} b 2',
      deep: [[2]],
    })
    let deep: unknown = '{text}'
    for (let depth = 0; depth < 10_000; depth++) deep = [deep]
    expect(JSON.stringify(fillTemplate(deep, filling)).length).toBeLessThan(100)
  })
})
