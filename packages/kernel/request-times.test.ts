import { describe, expect, it } from 'vitest'
import { createRequestTimes } from '#request-times.ts'

describe('request times', () => {
  it('count each request in every bin it fits, by operation and status', () => {
    const times = createRequestTimes()
    const note = times.of('agents', 'getAgent')
    note(200, 0.004)
    note(200, 0.3)
    note(404, 0.02)
    const text = times.text()
    expect(text).toContain('myna_request_seconds_bucket{service="agents",operation="getAgent",status="200",le="0.005"} 1')
    expect(text).toContain('myna_request_seconds_bucket{service="agents",operation="getAgent",status="200",le="0.5"} 2')
    expect(text).toContain('myna_request_seconds_count{service="agents",operation="getAgent",status="200"} 2')
    expect(text).toContain('myna_request_seconds_count{service="agents",operation="getAgent",status="404"} 1')
  })
})
