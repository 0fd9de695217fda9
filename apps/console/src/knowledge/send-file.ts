import { ApiFault } from '@myna/sdk'
import { session } from '#api/session.ts'
import type { Source } from '#api/shapes.ts'

type Problem = ConstructorParameters<typeof ApiFault>[0]
type Options = { signal: AbortSignal; onSent: (bytes: number) => void }

/**
 * Uploads a file into knowledge and resolves once it has been read. Browsers stream a request of `fetch` over HTTP/2 only and tell nothing of its progress,
 * so this is an older request that does.
 */
export async function sendFile(baseId: string, file: File, options: Options): Promise<Source> {
  const answer = await send(baseId, file, options)
  const again = answer.status === 401 && session.signedIn() && (await session.renewed())
  const { status, body } = again ? await send(baseId, file, options) : answer
  if (status >= 200 && status < 300) return body as Source
  const problem = body as Partial<Problem> | undefined
  throw new ApiFault(
    problem?.code && problem.title ? { ...(problem as Problem), status } : { code: 'server.unexpected', status, title: `The server answered ${status}.` },
  )
}

function send(baseId: string, file: File, { signal, onSent }: Options): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    request.open('POST', `/api/v1/knowledge/bases/${baseId}/documents?fileName=${encodeURIComponent(file.name.slice(-200))}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', (event) => onSent(event.loaded))
    request.upload.addEventListener('load', () => onSent(file.size))
    request.addEventListener('load', () => resolve({ status: request.status, body: parsed(request.responseText) }))
    request.addEventListener('error', () => reject(new ApiFault({ code: 'server.unavailable', status: 503, title: 'Myna cannot be reached right now.' })))
    request.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')))
    request.addEventListener('loadend', () => signal.removeEventListener('abort', stop))
    if (signal.aborted) return reject(new DOMException('Stopped', 'AbortError'))
    signal.addEventListener('abort', stop)
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
