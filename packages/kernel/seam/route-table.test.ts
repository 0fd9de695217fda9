import { operation, socket } from '@myna/contracts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createRouteTable } from '#seam/route-table.ts'

const declared = (http: `GET /${string}` | `POST /${string}`) => operation({ http, summary: '', access: 'public', input: z.object({}), output: z.object({}) })
const routes = createRouteTable({
  shop: {
    list: declared('GET /shop'),
    open: declared('POST /shop'),
    read: declared('GET /shop/{id}'),
    best: declared('GET /shop/best'),
    part: declared('GET /shop/{id}/parts/{part}'),
    talk: socket({ http: 'GET /shop/{id}/talk', summary: '', access: 'public', input: z.object({}), up: z.object({}), down: z.object({}) }),
  },
})

describe('a table of routes', () => {
  it.each([
    ['GET', '/shop', 'list'],
    ['HEAD', '/shop', 'list'],
    ['POST', '/shop', 'open'],
    ['GET', '/shop/best', 'best'],
    ['GET', '/shop/7', 'read'],
    ['GET', '/shop/7/parts/8', 'part'],
    ['GET', '/shop/7/talk', 'talk'],
    ['PUT', '/shop', undefined],
    ['GET', '/shop/', undefined],
    ['GET', '/shop/7/parts', undefined],
    ['GET', '/elsewhere', undefined],
    ['GET', '/', undefined],
  ])('finds behind %s %s: %s', (method, path, name) => {
    expect(routes.find(method, path)?.name).toBe(name)
  })

  it('tells the methods of a path', () => {
    expect(routes.methodsAt('/shop')).toEqual(['GET', 'HEAD', 'POST'])
    expect(routes.methodsAt('/shop/7/talk')).toEqual([])
    expect(routes.methodsAt('/nothing')).toEqual([])
  })
})
