import { expect, test } from 'vitest'
import { createSpeechGate } from './speech-gate.ts'

function hear(gate: ReturnType<typeof createSpeechGate>, loudness: number, frames: number, guarded = false): (string | undefined)[] {
  return Array.from({ length: frames }, () => gate(loudness, guarded)).filter(Boolean)
}

test('hears speech after 100 ms and its end after half a second of silence', () => {
  const gate = createSpeechGate()
  expect(hear(gate, 0.002, 50)).toEqual([])
  expect(hear(gate, 0.1, 4)).toEqual([])
  expect(hear(gate, 0.1, 1)).toEqual(['start'])
  expect(hear(gate, 0.1, 100)).toEqual([])
  expect(hear(gate, 0.002, 24)).toEqual([])
  expect(hear(gate, 0.002, 1)).toEqual(['end'])
})
test('ignores a click', () => {
  const gate = createSpeechGate()
  expect([...hear(gate, 0.5, 3), ...hear(gate, 0.001, 20)]).toEqual([])
})
test('learns the noise of a room', () => {
  const gate = createSpeechGate()
  hear(gate, 0.02, 500)
  expect(hear(gate, 0.04, 10)).toEqual([])
  expect(hear(gate, 0.2, 10)).toEqual(['start'])
})
test('asks for more while the agent speaks', () => {
  const quiet = createSpeechGate()
  hear(quiet, 0.004, 100)
  expect(hear(quiet, 0.02, 20, true)).toEqual([])
  expect(hear(quiet, 0.02, 20, false)).toEqual(['start'])
})
