import { describe, expect, it } from 'vitest'
import { createFrontier } from '#crawl/frontier.ts'

const at = (path: string) => `https://example.com${path}`
const drained = (frontier: ReturnType<typeof createFrontier>) => {
  const paths: string[] = []
  for (let lead = frontier.next(); lead; lead = frontier.next()) paths.push(new URL(lead.url).pathname)
  return paths
}

describe('the frontier', () => {
  it('gives one template no more than its share while others wait', () => {
    const frontier = createFrontier()
    for (let item = 0; item < 20; item++) frontier.add(at(`/product/p${String.fromCharCode(97 + item)}`), 1)
    frontier.add(at('/industries/mining'), 2)
    frontier.add(at('/materials'), 2)
    const order = drained(frontier)
    expect(Math.max(order.indexOf('/industries/mining'), order.indexOf('/materials'))).toBeLessThan(9)
    expect(order).toHaveLength(22)
  })

  it('knows what was claimed under another address', () => {
    const frontier = createFrontier()
    frontier.add(at('/a'), 1)
    expect(frontier.claim(at('/a/'))).toBe(true)
    expect(frontier.claim(at('/a'))).toBe(false)
    expect(frontier.next()).toBeUndefined()
    frontier.add(at('/a'), 1)
    expect(frontier.waiting).toBe(0)
  })

  it('holds no more than 5,000 addresses', () => {
    const frontier = createFrontier()
    for (let item = 0; item < 6_000; item++) frontier.add(at(`/s${item}/x`), 1)
    expect(frontier.known).toBe(5_000)
  })

  it('lets go of a template that led nowhere three times in a row', () => {
    const frontier = createFrontier()
    for (let item = 0; item < 10; item++) frontier.add(at(`/item/${item}`), 1)
    for (let time = 0; time < 3; time++) frontier.disappoint(frontier.next()!)
    frontier.add(at('/item/new'), 1)
    expect(frontier.next()).toBeUndefined()
  })
})
