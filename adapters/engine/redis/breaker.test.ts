import { expect, it } from 'vitest'
import { createBreaker } from '#breaker.ts'

it('rests after three failures in a row, lets one try, and rests longer each time that fails', () => {
  let time = 0
  const breaker = createBreaker(() => time)
  const fail = (times: number) => {
    for (let at = 0; at < times; at++) breaker.failed()
  }
  fail(2)
  breaker.answered()
  fail(2)
  expect(breaker.mayAsk()).toBe(true)
  fail(1)
  expect(breaker.mayAsk()).toBe(false)
  for (const restMs of [1_000, 2_000, 4_000, 8_000, 10_000, 10_000]) {
    // Those asked before the rest fail later, and change nothing.
    fail(5)
    time += restMs - 1
    expect(breaker.mayAsk()).toBe(false)
    time += 1
    expect(breaker.mayAsk()).toBe(true)
    expect(breaker.mayAsk()).toBe(false)
    breaker.failed()
  }
  time += 10_000
  expect(breaker.mayAsk()).toBe(true)
  breaker.answered()
  fail(2)
  expect(breaker.mayAsk()).toBe(true)
})
