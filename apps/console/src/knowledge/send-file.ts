import { faultOf, unreachable } from '@myna/sdk'
import { session } from '#api/session.ts'
import type { Source } from '#api/shapes.ts'

type Options = { signal: AbortSignal; onSent: (bytes: number) => void }

/**
 * Uploads a file into knowledge and resolves once it has been read. Browsers stream a request of `fetch` over HTTP/2 only and tell nothing of its progress,
 * so this is an older request that does.
 */
export async function sendFile(baseId: string, file: File, options: Options): Promise<Source> {
  const answer = await send(baseId, file, options)
  const again = answer.status === 401 && session.signedIn() && (await session.renewed())
  const response = again ? await send(baseId, file, options) : answer
  if (!response.ok) throw await faultOf(response)
  return (await response.json().catch((error: unknown) => Promise.reject(unreachable(error)))) as Source
}

function send(baseId: string, file: File, { signal, onSent }: Options): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    request.open('POST', `/api/v1/knowledge/bases/${baseId}/documents?fileName=${encodeURIComponent(file.name.slice(-200))}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', (event) => onSent(event.loaded))
    request.upload.addEventListener('load', () => onSent(file.size))
    request.addEventListener('load', () => resolve(new Response(request.responseText, { status: request.status })))
    request.addEventListener('error', () => reject(unreachable(new Error('the upload broke off'))))
    request.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')))
    request.addEventListener('loadend', () => signal.removeEventListener('abort', stop))
    if (signal.aborted) return reject(new DOMException('Stopped', 'AbortError'))
    signal.addEventListener('abort', stop)
    request.send(file)
  })
}
