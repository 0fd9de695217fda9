import { expect, test } from 'vitest'
import { cookieHeader } from './session-cookie.ts'

test('a cookie travels over TLS alone where the console does', () => {
  expect(cookieHeader('t', 'http://localhost:3000')).toBe('myna_session=t; HttpOnly; SameSite=Lax; Path=/; Max-Age=2592000')
  expect(cookieHeader(undefined, 'https://a.b')).toBe('myna_session=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0; Secure')
})
