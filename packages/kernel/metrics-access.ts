import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIPv4, isIPv6 } from 'node:net'

const inside = new BlockList()
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inside.addSubnet(net, bits, 'ipv6')

/** Headers a proxy adds: whoever comes through one comes from outside. */
const ofProxies = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/**
 * Whether somebody may read the measures of this process. With a token: who shows it. Without: who asks from a private address and not through a proxy, as a
 * collector inside does.
 */
export function mayReadMetrics({ headers, address }: { headers: IncomingHttpHeaders; address: string | undefined }, token: string | undefined): boolean {
  if (token !== undefined) {
    const shown = Buffer.from(headers.authorization ?? '')
    const right = Buffer.from(`Bearer ${token}`)
    return shown.length === right.length && timingSafeEqual(shown, right)
  }
  if (address === undefined || ofProxies.some((it) => headers[it] !== undefined)) return false
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '')
  return (isIPv4(plain) && inside.check(plain, 'ipv4')) || (isIPv6(plain) && inside.check(plain, 'ipv6'))
}
