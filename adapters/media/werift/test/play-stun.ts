import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'

const [bindingRequest, bindingAnswer, xorMappedAddress, cookie] = [0x0001, 0x0101, 0x0020, 0x2112a442]

/** A STUN server (RFC 8489) that tells everybody that they are seen at one address, which no network has (RFC 5737). */
export async function playStun(seen: { address: string; port: number } = { address: '203.0.113.7', port: 40_007 }) {
  const socket = createSocket('udp4')
  let asked = 0
  socket.on('message', (message, from) => {
    if (message.length < 20 || message.readUInt16BE(0) !== bindingRequest || message.readUInt32BE(4) !== cookie) return
    asked++
    const answer = Buffer.alloc(32)
    answer.writeUInt16BE(bindingAnswer, 0)
    answer.writeUInt16BE(12, 2)
    message.copy(answer, 4, 4, 20)
    answer.writeUInt16BE(xorMappedAddress, 20)
    answer.writeUInt16BE(8, 22)
    answer[25] = 1
    answer.writeUInt16BE(seen.port ^ (cookie >>> 16), 26)
    const address = Buffer.from(seen.address.split('.').map(Number)).readUInt32BE(0)
    answer.writeUInt32BE((address ^ cookie) >>> 0, 28)
    socket.send(answer, from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    url: `stun:127.0.0.1:${(socket.address() as AddressInfo).port}`,
    /** The line of SDP of a candidate that was learnt here. */
    candidate: new RegExp(`a=candidate:.* ${seen.address.replaceAll('.', '\\.')} ${seen.port} typ srflx`),
    asked: () => asked,
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  }
}
