import { request as httpRequest } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Web, WebFault, type WebResponse } from '@myna/ports/web'

/** The web of these tests: servers on 127.0.0.1 over plain HTTP, every other address as private as it would be to the guard. */
export const plainWeb: Web = {
  async check(address) {
    checked(address)
  },
  request({ url: address, method = 'GET', headers = {}, maxBytes, timeoutMs, signal }) {
    return new Promise<WebResponse>((resolve, reject) => {
      const url = checked(address)
      const outgoing = httpRequest(url, { method, headers: { 'user-agent': 'TestBot/1.0', 'accept-encoding': 'gzip, br', ...headers }, agent: false })
      const fail = (trouble: WebFault['trouble'], message: string) => {
        reject(new WebFault(trouble, message))
        outgoing.destroy()
      }
      const timer = setTimeout(() => fail('timeout', 'too slow'), timeoutMs)
      const cancel = () => fail('cancelled', 'cancelled')
      if (signal?.aborted) cancel()
      signal?.addEventListener('abort', cancel)
      outgoing.on('error', (error) => fail('unreachable', error.message))
      outgoing.on('close', () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
      })
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = []
        let bytes = 0
        incoming.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          bytes += chunk.length
          if (bytes > maxBytes) fail('too_large', 'too large')
        })
        incoming.on('error', (error) => fail('unreachable', error.message))
        incoming.on('end', () => {
          const encoding = incoming.headers['content-encoding']
          const raw = Buffer.concat(chunks)
          const body = encoding === 'gzip' ? gunzipSync(raw) : encoding === 'br' ? brotliDecompressSync(raw) : raw
          const flat = Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')])
          resolve({ url: url.href, status: incoming.statusCode ?? 0, headers: Object.fromEntries(flat), body })
        })
      })
      outgoing.end()
    })
  },
}

function checked(address: string): URL {
  const url = URL.parse(address)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw new WebFault('bad_address', 'no address of a website')
  if (url.hostname !== '127.0.0.1') throw new WebFault('private_address', `${url.hostname} is not on the open internet`)
  return url
}
