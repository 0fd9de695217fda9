import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInsideName, isPublicAddress } from '#public-address.ts'

describe('isPublicAddress', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '2a00:1450:4001:81b::200e'])('lets %s through', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '4000::1',
    'not an address',
    '',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it('refuses every address that carries an IPv4 address in its last bits', () => {
    fc.assert(fc.property(fc.ipV4(), fc.constantFrom('::', '::ffff:', '64:ff9b::'), (inner, prefix) => !isPublicAddress(prefix + inner)))
  })
})

describe('isInsideName', () => {
  it.each(['localhost', 'printer', 'db.internal', 'nas.local', 'router.home.arpa', 'app.localhost'])('knows %s as a name inside', (name) => {
    expect(isInsideName(name)).toBe(true)
  })
  it.each(['example.com', 'local.example.com', 'internal.shop', 'localhost.com'])('lets %s through', (name) => {
    expect(isInsideName(name)).toBe(false)
  })
})
