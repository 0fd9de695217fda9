import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64Length, readBase64, writeBase64 } from './base64.ts'
import { ScriptedCaller, talkScript, noiseScript, type Script, Tally } from './caller-script.ts'
import { onTimeMs, PlayoutChecker } from './playout-checker.ts'
import { Samples } from './samples.ts'
import { highestThatPasses, slopeOf } from './search.ts'
import { createFrameReader, writeText } from './socket-frames.ts'
import { wasKeptWaiting, wasStalled } from './stalls.ts'
import { callerFrames, frameMs, isLoud } from './test-sound.ts'

/** Lateness of frames of 20 ms that come at these moments. */
function latenessOf(moments: readonly number[], ms = frameMs): number[] {
  const checker = new PlayoutChecker()
  return moments.map((at) => checker.frame(at, ms))
}

describe('the checker of playout', () => {
  it('finds nothing late when frames come as they are played', () => {
    expect(latenessOf([100, 120, 140, 160])).toEqual([0, 0, 0, 0])
  })

  it('takes no offence at sound that comes ahead of time', () => {
    expect(latenessOf([100, 100, 100, 101, 180])).toEqual([0, 0, 0, 0, 0])
  })

  it('finds the frames that a stall held up late, and those after it on time again', () => {
    expect(latenessOf([0, 20, 95, 95, 95, 100, 120])).toEqual([0, 0, 55, 35, 15, 0, 0])
  })

  it('finds every frame late of a sender who lost time and never made up for it', () => {
    const late = latenessOf([0, 20, 70, 90, 110])
    expect(late).toEqual([0, 0, 30, 30, 30])
    expect(late.filter((it) => it <= onTimeMs)).toHaveLength(2)
  })

  it('finds a sender late who is a little too slow, as soon as the delays add up', () => {
    const late = latenessOf(Array.from({ length: 100 }, (_, at) => at * 21))
    expect(late.filter((it) => it > onTimeMs)).toHaveLength(79)
  })

  it('counts by the sound that came, whatever the size of frames', () => {
    expect(latenessOf([0, 100, 240], 100)).toEqual([0, 0, 40])
  })

  it('begins anew with an answer', () => {
    const checker = new PlayoutChecker()
    checker.frame(0, 20)
    checker.restart()
    expect(checker.playedAt).toBe(0)
    expect(checker.frame(5_000, 20)).toBe(0)
    expect(checker.playedAt).toBe(5_020)
  })
})

describe('samples', () => {
  it('tell the quantiles of what was added, however much it was', () => {
    const samples = new Samples()
    for (let value = 5_000; value >= 1; value--) samples.add(value)
    expect(samples.summary()).toEqual({ count: 5_000, p50: 2_500, p99: 4_950, highest: 5_000 })
    expect(samples.partWithin(4_000)).toBe(0.8)
  })

  it('of nothing claim nothing', () => {
    const samples = new Samples()
    expect(samples.summary()).toEqual({ count: 0, p50: null, p99: null, highest: null })
    expect(samples.partWithin(20)).toBe(0)
  })
})

describe('the search', () => {
  it('finds the highest that passes, within its precision', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 500 }), async (limit, from) => {
        const found = await highestThatPasses(async (count) => count <= limit, { from, atMost: 2_000, precision: 0.04 })
        expect(found).toBeLessThanOrEqual(limit)
        expect(found).toBeGreaterThanOrEqual(Math.min(2_000, limit) - Math.max(1, 0.04 * limit) - 1)
      }),
    )
  })

  it('says 0 when nothing passes', async () => {
    expect(await highestThatPasses(async () => false, { from: 100, atMost: 1_000, precision: 0.04 })).toBe(0)
  })
})

it('the slope is that of the line through the points', () => {
  expect(slopeOf([1, 2, 3, 4].map((x) => [x, 7 - 2 * x]))).toBeCloseTo(-2)
  expect(slopeOf([0, 1, 2].map((x) => [x, 5]))).toBe(0)
})

it('a late frame is the fault of a stall only when it waited through it or came shortly after', () => {
  const stalls = [{ at: 1_000, ms: 60 }]
  expect(wasStalled(1_001, 50, stalls)).toBe(true)
  expect(wasStalled(1_120, 45, stalls)).toBe(true)
  expect(wasStalled(1_300, 50, stalls)).toBe(false)
  expect(wasStalled(900, 50, stalls)).toBe(false)
})

it('a late frame is the fault of a processor that was not to be had only when that took as long as the frame was late', () => {
  const waits = [30, 20, 10].map((ms, at) => ({ at: 1_000 + 100 * at, ms }))
  expect(wasKeptWaiting(1_250, 60, waits)).toBe(true)
  expect(wasKeptWaiting(1_250, 61, waits)).toBe(false)
  expect(wasKeptWaiting(1_150, 50, waits)).toBe(true)
  expect(wasKeptWaiting(1_600, 45, waits)).toBe(false)
})

it('of frames that stay late, the moment of the first is noted', () => {
  const tally = new Tally()
  tally.isOpen = true
  const caller = new ScriptedCaller(talkScript, tally, 400)
  for (const at of [0, 20, 100, 120, 100, 160, 180]) caller.sound(at, frameMs)
  expect(tally.lateMoments).toEqual([
    [100, 60],
    [100, 60],
    [160, 60],
    [160, 60],
  ])
  expect(tally.lateMomentCount).toBe(4)
})

/** Plays a caller against an agent, a frame at a time on a clock of its own. `agent` is told each frame and may answer. */
function converse(script: Script, frames: number, agent: (caller: ScriptedCaller, isLoud: boolean, now: number) => void): Tally {
  const tally = new Tally()
  tally.isOpen = true
  const caller = new ScriptedCaller(script, tally, 400)
  for (let at = 0; at < frames; at++) agent(caller, caller.nextFrame(at * frameMs), at * frameMs)
  return tally
}

/** An agent that answers with four seconds of sound, `delayFrames` after speech, and stops when spoken over, if it `heeds` that. */
function createAgent({ delayFrames = 0, heeds = true, resumes = true } = {}) {
  let loudFrames = 0
  let left = 0
  let held = 0
  let beginsIn = -1
  return (caller: Pick<ScriptedCaller, 'sound' | 'clear'>, loud: boolean, now: number) => {
    if (loud) {
      if (loudFrames++ === 0 && left > 0 && heeds) {
        held = left
        left = 0
        caller.clear(now + 1)
      }
    } else if (loudFrames > 0) {
      if (loudFrames >= 10) beginsIn = delayFrames
      else if (resumes) left = held
      loudFrames = 0
    }
    if (beginsIn-- === 0) left = 200
    if (left > 0) {
      left--
      caller.sound(now + 2, frameMs)
    }
  }
}

describe('a scripted caller', () => {
  it('measures turns and interruptions of an agent that does well', () => {
    const tally = converse(talkScript, 6_000, createAgent())
    expect(tally.turn.count).toBeGreaterThan(10)
    expect(tally.clear.count).toBeGreaterThan(4)
    expect(tally.turn.summary()).toMatchObject({ p50: 2, highest: 2 })
    expect(tally.clear.summary()).toMatchObject({ p50: 1, highest: 1 })
    expect(tally.late.partWithin(onTimeMs)).toBe(1)
    expect([tally.missedTurns, tally.missedClears]).toEqual([0, 0])
  })

  it('measures how long a slow agent takes', () => {
    expect(converse(talkScript, 6_000, createAgent({ delayFrames: 25 })).turn.summary()).toMatchObject({ p50: 502, highest: 502 })
  })

  it('counts turns that are never answered', () => {
    const tally = converse(talkScript, 3_000, () => undefined)
    expect(tally.missedTurns).toBeGreaterThan(8)
    expect(tally.turn.count).toBe(0)
  })

  it('counts interruptions that are not heeded', () => {
    const tally = converse(talkScript, 6_000, createAgent({ heeds: false }))
    expect(tally.missedClears).toBeGreaterThan(3)
    expect(tally.clear.count).toBe(0)
  })

  it('measures whether an answer goes on after a noise', () => {
    const well = converse(noiseScript, 6_000, createAgent())
    expect(well.resume.count).toBeGreaterThan(3)
    expect(well.missedResumes).toBe(0)
    const badly = converse(noiseScript, 6_000, createAgent({ resumes: false }))
    expect(badly.missedResumes).toBeGreaterThan(3)
    expect(badly.resume.count).toBe(0)
  })

  it('finds sound late that stops in the middle of an answer', () => {
    const agent = createAgent()
    const tally = converse(talkScript, 6_000, (caller, loud, now) => {
      const late = { clear: (at: number) => caller.clear(at), sound: (at: number, ms: number) => caller.sound(at + (now % 1_000 > 900 ? 70 : 0), ms) }
      agent(late, loud, now)
    })
    expect(tally.late.partWithin(onTimeMs)).toBeLessThan(0.95)
    expect(tally.lateMomentCount).toBeGreaterThan(0)
  })

  it('counts nothing while the tally is closed', () => {
    const tally = new Tally()
    const caller = new ScriptedCaller(talkScript, tally, 400)
    const agent = createAgent()
    for (let at = 0; at < 3_000; at++) agent(caller, caller.nextFrame(at * frameMs), at * frameMs)
    expect([tally.turn.count, tally.late.count, tally.clear.count, tally.missedTurns]).toEqual([0, 0, 0, 0])
  })
})

describe('the wire', () => {
  it('carries any bytes as base64, as Node writes it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const written = Buffer.alloc(base64Length(bytes.length) + 2)
        writeBase64(bytes, written, 1)
        expect(written.toString('latin1', 1, written.length - 1)).toBe(Buffer.from(bytes).toString('base64'))
        const back = new Uint8Array(bytes.length + 3)
        expect(readBase64(written, 1, written.length - 2, back)).toBe(bytes.length)
        expect(back.subarray(0, bytes.length)).toEqual(bytes)
      }),
    )
  })

  it('gives back the messages of a stream, wherever it is cut, masked or not', () => {
    const word = fc.string({ unit: fc.constantFrom('a', '{', '"', ' '), maxLength: 300 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), fc.array(fc.nat(600)), fc.boolean(), (words, cuts, isMasked) => {
        const mask = isMasked ? Uint8Array.of(1, 250, 3, 99) : undefined
        const stream = Buffer.concat(words.map((it) => writeText(it, mask)))
        const came: string[] = []
        const read = createFrameReader({
          message: (bytes, at, length) => came.push(bytes.toString('latin1', at, at + length)),
          close: () => came.push('closed'),
        })
        const places = [0, ...cuts.filter((it) => it < stream.length).sort((a, b) => a - b), stream.length]
        for (const [index, from] of places.slice(0, -1).entries()) read(Buffer.from(stream.subarray(from, places[index + 1])))
        expect(came).toEqual(words)
      }),
    )
  })

  it('sends speech that is loud and silence that is not', () => {
    const { loud, silent } = callerFrames()
    expect([loud.length, silent.length]).toEqual([160, 160])
    expect([isLoud(Int16Array.from({ length: 160 }, () => 501)), isLoud(new Int16Array(160))]).toEqual([true, false])
  })
})
