import { expect, test } from 'vitest'
import { saidNo } from '#domain/said-no.ts'

test.each([
  ['access_denied', 'identity.vendor_declined'],
  ['temporarily_unavailable', 'identity.vendor_failed'],
  ['redirect_uri_mismatch', 'identity.vendor_misconfigured'],
  ['<script>', 'identity.vendor_refused'],
  [undefined, 'identity.vendor_refused'],
])('an answer of %s is %s', (error, code) => expect(saidNo(error)).toBe(code))
