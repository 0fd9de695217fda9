import { describe, expect, it } from 'vitest'
import { createMetrics } from '#metrics.ts'
import { mayReadMetrics } from '#metrics-access.ts'
import { openHouse } from '#testing/index.ts'
import { readExposition } from '#testing/exposition.ts'

/** What a label may hold: names the program itself gives. */
const closed: Readonly<Record<string, RegExp>> = {
  service: /^[a-z]+$/,
  operation: /^[a-zA-Z]+$/,
  status: /^[1-5]\d\d$/,
  le: /^[\d.]+$|^\+Inf$/,
  stage: /^(heard|decided|voiced|carried)$/,
  kind: /^[a-z]+$|^(major|minor|incremental|weakcb)$/,
  outcome: /^[a-z0-9]+$/,
  cache: /^[a-z-]+$/,
  state: /^[a-z]+$/,
  code: /^[a-z]+\.[a-z_]+$/,
  type: /^\w+$/,
  space: /^\w+$/,
  version: /^v[\d.]+$/,
  major: /^\d+$/,
  minor: /^\d+$/,
  patch: /^\d+$/,
}

describe('measures', () => {
  it('are read by a strict reader, whatever was counted', async () => {
    const metrics = createMetrics()
    metrics.requestTimes.of('agents', 'getAgent')(200, 0.02)
    metrics.noteTurn('decided', 0.3)
    metrics.noteVendor('speech', '2xx', 0.1)
    metrics.noteVendor('speech', 'timeout', 31)
    metrics.noteCache('credentials', 'hit')
    metrics.faults.inc({ code: 'request.invalid' })
    metrics.add('sound_frames_late_total', { help: 'Late.', type: 'counter', read: () => 7 })
    metrics.add('broken', { help: 'Cannot be read.', type: 'gauge', read: () => Promise.reject(new Error('gone')) })
    const families = new Map(readExposition(await metrics.text()).map((it) => [it.name, it]))
    expect(families.get('myna_vendor_seconds')?.samples).toContainEqual({
      name: 'myna_vendor_seconds_bucket',
      labels: { kind: 'speech', outcome: 'timeout', le: '30' },
      value: 0,
    })
    expect(families.get('myna_sound_frames_late_total')).toMatchObject({ type: 'counter', samples: [{ value: 7 }] })
    expect(families.get('myna_cache_uses_total')?.samples).toEqual([
      { name: 'myna_cache_uses_total', labels: { cache: 'credentials', outcome: 'hit' }, value: 1 },
    ])
    // Read again they are the same, not twice as many.
    expect(readExposition(await metrics.text()).find((it) => it.name === 'myna_sound_frames_late_total')?.samples[0]?.value).toBe(7)
    expect(families.get('myna_broken')?.samples).toMatchObject([{ value: Number.NaN }])
  })

  it('of a house tell how full it is, and name no tenant, person or text in a label', async () => {
    const { address: url, close } = await openHouse({ services: [] })
    try {
      await fetch(`${url}/api/v1/agents/0199a000-0000-7000-8000-000000000000?name=Meera`)
      const answer = await fetch(`${url}/metrics`)
      expect(answer.headers.get('content-type')).toContain('version=0.0.4')
      const families = readExposition(await answer.text())
      const names = families.map((it) => it.name)
      for (const name of ['event_loop_utilisation', 'database_sessions', 'database_waiting', 'jobs_late_seconds', 'events_late_seconds', 'requests_in_flight'])
        expect(names).toContain(`myna_${name}`)
      const open = families.flatMap(({ samples }) =>
        samples.flatMap(({ name, labels }) =>
          Object.entries(labels).flatMap(([label, value]) => (closed[label]?.test(value) ? [] : [`${name} ${label}=${value}`])),
        ),
      )
      expect(open).toEqual([])
    } finally {
      await close()
    }
  })

  it.each([
    ['127.0.0.1', {}, undefined, true],
    ['::ffff:10.1.2.3', {}, undefined, true],
    ['fd12::7', {}, undefined, true],
    ['203.0.113.7', {}, undefined, false],
    ['2001:db8::1', {}, undefined, false],
    ['10.1.2.3', { 'x-forwarded-for': '203.0.113.7' }, undefined, false],
    [undefined, {}, undefined, false],
    ['203.0.113.7', { authorization: 'Bearer right' }, 'right', true],
    ['127.0.0.1', { authorization: 'Bearer wrong' }, 'right', false],
    ['127.0.0.1', {}, 'right', false],
  ])('from %s with %o, token %s: readable is %s', (address, headers, token, may) => {
    expect(mayReadMetrics({ address, headers }, token)).toBe(may)
  })
})

describe('the strict reader', () => {
  it.each([
    ['# TYPE a gauge\na 1', 'does not end'],
    ['a 1\n', 'before its type'],
    ['# TYPE a gauge\nb 1\n', 'among the samples'],
    ['# TYPE a gauge\na{x="1"} 1\na{x="1"} 2\n', 'twice'],
    ['# TYPE a gauge\na{x="1} 1\n', 'label'],
    ['# TYPE a gauge\na one\n', 'no value'],
    ['# TYPE a counter\na -1\n', 'below nought'],
    ['# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n', 'grow'],
  ])('refuses %j', (text, why) => {
    expect(() => readExposition(text)).toThrow(why)
  })
})
