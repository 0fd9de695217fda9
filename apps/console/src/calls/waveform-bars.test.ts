import { expect, test } from 'vitest'
import { barsOf, lengthOf } from './waveform-bars.ts'

test('takes the loudest peak of each part', () => expect([...barsOf([0, 50, 0, 100], 2)]).toEqual([0.5, 1]))
test('lets neighbours share a peak when there are more parts than peaks', () => expect([...barsOf([50, 100], 4)]).toEqual([0.5, 0.5, 1, 1]))
test('is flat without peaks', () => expect([...barsOf([], 3)]).toEqual([0, 0, 0]))
test('never goes beyond the lane', () => expect([...barsOf([250], 1)]).toEqual([1]))
test('is as long as its longer lane', () => expect(lengthOf({ bucketMs: 50, caller: [1, 2, 3], agent: [1] })).toBe(150))
