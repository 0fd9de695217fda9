import { expect, it } from 'vitest'
import { iceServersFor } from '#ice-servers.ts'

const servers = [
  { urls: 'stun:stun.example.com:3478' },
  { urls: 'turn:turn.example.com:3478' },
  { urls: 'turns:turn.example.com:5349', username: 'myna', credential: 'word' },
]

it('servers are given as they are, but for a TURN server that shares a secret', () => {
  expect(iceServersFor(servers, undefined)('one')).toEqual(servers)
  const at = Date.parse('2026-11-21T10:00:00Z')
  const given = iceServersFor(servers, 'north', () => at)('one')
  expect(given.toSpliced(1, 1)).toEqual(servers.toSpliced(1, 1))
  // printf %s 1795298400:one | openssl dgst -sha1 -hmac north -binary | base64
  expect(given[1]).toEqual({ urls: 'turn:turn.example.com:3478', username: '1795298400:one', credential: '1P9QfV4uxrrtKFA8N9TNCofMWmQ=' })
  expect(iceServersFor(servers, 'north', () => at + 1_000)('one')[1]).not.toEqual(given[1])
  expect(iceServersFor(servers, 'north', () => at)('two')[1]).not.toEqual(given[1])
})
