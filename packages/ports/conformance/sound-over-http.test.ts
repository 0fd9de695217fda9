import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PortFault } from '../fault.ts'
import { inTurn } from '../in-turn.ts'
import { createKeptVoices } from '../kept-voices.ts'
import { createChunker, speakable, spokenChunks } from '../sound-over-http.ts'
import type { SpeechRequest, SpeechVoice } from '../speech.ts'
import { textSegments } from '../text-segments.ts'
import { faultOfFetch, faultOfStatus, retryAfterMs } from '../vendor-fault.ts'
import { bodyOf } from '../vendor-request.ts'
import { WebFault } from '../web.ts'

describe('chunks of sound', () => {
  it.each([
    ['pcm-16k', 32, 2],
    ['pcm-8k', 16, 2],
    ['mulaw-8k', 8, 1],
  ] as const)('of %s are 20 to 100 ms of whole samples wherever the network cuts, and nothing is lost', (format, bytesPerMs, sample) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 12 }), (lengths) => {
        let next = 0
        const pieces = lengths.map((length) => Uint8Array.from({ length }, () => next++ % 251))
        const chunker = createChunker(format)
        const chunks = [...pieces.flatMap((piece) => [...chunker.push(piece)]), ...chunker.flush()]
        for (const chunk of chunks) {
          expect(chunk.byteLength % sample).toBe(0)
          expect(chunk.byteLength).toBeGreaterThanOrEqual(20 * bytesPerMs)
          expect(chunk.byteLength).toBeLessThanOrEqual(100 * bytesPerMs)
        }
        const all = Buffer.concat(pieces)
        const whole = all.subarray(0, all.length - (all.length % sample))
        const given = Buffer.concat(chunks)
        expect(given.subarray(0, whole.length).equals(whole)).toBe(true)
        // What is more is silence that fills the only chunk there is.
        if (given.length > whole.length) expect(chunks).toHaveLength(1)
      }),
    )
  })

  it('do not wait for more than they need', () => {
    const chunker = createChunker('mulaw-8k')
    expect([...chunker.push(new Uint8Array(320))].map((it) => it.byteLength)).toEqual([160])
    expect([...chunker.push(new Uint8Array(160))].map((it) => it.byteLength)).toEqual([160])
    expect([...chunker.flush()].map((it) => it.byteLength)).toEqual([160])
    expect([...chunker.flush()]).toEqual([])
  })
})

describe('speaking over what a vendor sends', () => {
  const request: SpeechRequest = { text: 'Hello.', voice: 'v', language: 'en', format: 'mulaw-8k', speed: 1, pitch: 1, volume: 1 }
  const speak = (open: (text: string, signal: AbortSignal) => AsyncIterable<Uint8Array>, it: Partial<SpeechRequest> = {}) =>
    Array.fromAsync(spokenChunks({ vendor: 'Vendor', request: { ...request, ...it }, outer: new AbortController().signal, open }))

  it('asks nothing when there is nothing to say', async () => {
    for (const text of ['', ' \n', '…', '🙂', '\uD800'])
      expect(
        await speak(
          () => {
            throw new Error('was asked')
          },
          { text },
        ),
      ).toEqual([])
    expect(speakable('A\u0000B\n\uD83Dनमस्ते 7')).toBe('A B\n नमस्ते 7')
  })

  it('tells the vendor to stop when the taker leaves, and when it fails', async () => {
    const signals: AbortSignal[] = []
    async function* sound(_text: string, signal: AbortSignal) {
      signals.push(signal)
      for (;;) yield new Uint8Array(800).fill(1)
    }
    for await (const _ of spokenChunks({ vendor: 'Vendor', request, outer: new AbortController().signal, open: sound })) break
    await expect(speak(sound)).rejects.toThrow(/far more sound/)
    expect(signals.map((it) => it.aborted)).toEqual([true, true])
  })

  it('takes silence for a fault only where words were to be heard', async () => {
    async function* silence() {
      yield new Uint8Array(1600).fill(0xff)
    }
    await expect(speak(silence)).rejects.toMatchObject({ retryable: true, message: 'Vendor answered silence instead of words.' })
    expect(await speak(silence, { volume: 0 })).toHaveLength(3)
  })
})

describe('parts of a text', () => {
  const options = { most: 60, gather: 30, early: true }

  it.each([
    ['Hello. How are you? I am fine. And you are too.', ['Hello.', 'How are you? I am fine.', 'And you are too.']],
    ['नमस्ते। आप कैसे हैं? ठीक॥', ['नमस्ते।', 'आप कैसे हैं? ठीक॥']],
    ['Ask for Dr. Mehta. He is in.', ['Ask for Dr. Mehta.', 'He is in.']],
    ['First\n\nsecond', ['First', 'second']],
    ['?! … .', []],
  ])('%j', (text, parts) => expect(textSegments(text, options)).toEqual(parts))

  it('are one where it is short enough and need not be early', () => {
    expect(textSegments('Hello. How are you?', { most: 60, gather: 60, early: false })).toEqual(['Hello. How are you?'])
  })

  it('are never too long, lose no letter and break no character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'Dr', 'क', 'া', '😀', ' ', ',', '. ', ', ', '।', '\n'), maxLength: 400 }),
        fc.boolean(),
        (text, early) => {
          const parts = textSegments(text, { ...options, early })
          for (const part of parts) {
            expect(part.length).toBeLessThanOrEqual(60)
            expect(part.isWellFormed()).toBe(true)
          }
          const letters = (it: string) => it.replace(/\P{L}/gu, '')
          expect(letters(parts.join(''))).toBe(letters(text))
        },
      ),
    )
  })
})

describe('what a vendor says when it refuses', () => {
  it.each([
    ['7', 7_000],
    [' 0.5 ', 500],
    ['99999999', 86_400_000],
    ['Thu, 01 Jan 1970 00:00:10 GMT', 9_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
    ['', undefined],
    [null, undefined],
  ])('Retry-After %j', (header, ms) => {
    expect(retryAfterMs(header, 1_000)).toBe(ms)
  })

  it.each([
    [400, false],
    [401, false],
    [402, false],
    [403, false],
    [404, false],
    [408, true],
    [413, false],
    [422, false],
    [429, true],
    [500, true],
    [504, true],
  ])('status %i is worth a retry: %s', (status, retryable) => {
    const fault = faultOfStatus('Vendor', { status, refusal: undefined, retryAfter: '2' })
    expect(fault).toMatchObject({ status, retryable, retryAfterMs: 2000 })
    expect(fault.message).toMatch(/Vendor.*\.$/)
  })

  it('is told without what a failed fetch holds', () => {
    const error = new TypeError('fetch failed with Bearer secret', { cause: new WebFault('private_address', 'secret') })
    for (const it of [error, new Error('secret'), new TypeError('x', { cause: new Error('unexpected redirect secret') })]) {
      const fault = faultOfFetch('Vendor', it)
      expect(`${fault.message} ${String(fault.cause)}`).not.toContain('secret')
    }
    expect(faultOfFetch('Vendor', error)).toMatchObject({ retryable: false })
  })
})

describe('a body that is waited for', () => {
  it('lets a fetch go that obeys no signal', async () => {
    const stop = new AbortController()
    const body = bodyOf({
      vendor: 'Vendor',
      fetch: () => new Promise<Response>(() => {}),
      url: 'http://vendor',
      wants: 'sound',
      signal: stop.signal,
      maxBytes: 10,
    })
    const first = body.next()
    stop.abort(new Error('enough'))
    await expect(first).rejects.toThrow('enough')
    await expect(
      Array.fromAsync(
        bodyOf({
          vendor: 'Vendor',
          fetch: async () => new Response(new ReadableStream()),
          url: 'http://vendor',
          wants: 'sound',
          signal: new AbortController().signal,
          patience: { firstByteMs: 20, betweenMs: 20 },
          maxBytes: 10,
        }),
      ),
    ).rejects.toMatchObject({ retryable: true, message: 'Vendor gave nothing for 0.02 seconds.' })
  })
})

describe('sounds in turn', () => {
  it('are in order, the next fetched while one is taken, and a failure is told at its turn', async () => {
    const begun: string[] = []
    async function* open(part: string) {
      begun.push(part)
      if (part === 'bad') throw new PortFault('bad', { retryable: false })
      for (const letter of part) yield Buffer.from(letter)
    }
    const heard: string[] = []
    const work = (async () => {
      for await (const piece of inTurn(['ab', 'cd', 'bad', 'ef'], open)) {
        heard.push(piece.toString())
        if (heard.length === 1) expect(begun).toEqual(['ab', 'cd'])
      }
    })()
    await expect(work).rejects.toThrow('bad')
    expect(heard.map((it) => String.fromCharCode(Number(it) || it.charCodeAt(0))).join('')).toBe('abcd')
    expect(begun).toEqual(['ab', 'cd', 'bad'])
  })
})

describe('kept voices', () => {
  const voice: SpeechVoice = { id: 'a', name: 'A', language: 'bn', gender: 'female' }

  it('wait for their list no longer than they are wanted, and are one request for many', async () => {
    let asked = 0
    const list = Promise.withResolvers<SpeechVoice[]>()
    const voices = createKeptVoices({
      vendor: 'Vendor',
      load: () => {
        asked++
        return list.promise
      },
    })
    const stop = new AbortController()
    const wanted = voices.voiceOf('a', stop.signal)
    stop.abort(new Error('enough'))
    await expect(wanted).rejects.toThrow('enough')
    list.resolve([voice])
    expect(await voices.voices()).toEqual([voice])
    expect(await voices.available()).toEqual({ available: true, sentence: 'Vendor speaks Bengali.' })
    expect(asked).toBe(1)
  })

  it('are asked for again after a failure only when it is time', async () => {
    let now = 0
    let asked = 0
    const voices = createKeptVoices<SpeechVoice>({
      vendor: 'Vendor',
      now: () => now,
      load: async () => {
        asked++
        if (asked === 1) throw new PortFault('Vendor says too many requests.', { retryable: true, retryAfterMs: 60_000 })
        if (asked === 2) throw new Error('secret')
        return asked === 3 ? [] : [voice]
      },
    })
    expect(await voices.available()).toEqual({ available: false, sentence: 'Vendor says too many requests.' })
    now = 59_000
    await voices.available()
    expect(asked).toBe(1)
    now = 60_000
    expect(await voices.available()).toEqual({ available: false, sentence: 'The voices of Vendor could not be read.' })
    now = 90_000
    expect(await voices.available()).toMatchObject({ available: false, sentence: expect.stringContaining('no voice') })
    now = 400_000
    await voices.available()
    expect(await voices.available()).toMatchObject({ available: true })
    voices.close()
    expect(await voices.available()).toMatchObject({ available: false })
  })
})
