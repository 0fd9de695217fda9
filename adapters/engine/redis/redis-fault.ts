import { ErrorReply } from '@redis/client'
import { PortFault } from '@myna/ports/fault'

const sentences: Readonly<Record<string, { sentence: string; retryable: boolean }>> = {
  OOM: { sentence: 'Redis is full: give it more memory (maxmemory), or let it forget (maxmemory-policy allkeys-lru).', retryable: true },
  READONLY: { sentence: 'This Redis is a replica that takes no writes. Name the primary.', retryable: true },
  LOADING: { sentence: 'Redis is still loading its data.', retryable: true },
  BUSY: { sentence: 'Redis is busy with a script of somebody else.', retryable: true },
  MASTERDOWN: { sentence: 'This Redis is a replica whose primary is away.', retryable: true },
  CLUSTERDOWN: { sentence: 'The Redis cluster is down.', retryable: true },
  MISCONF: { sentence: 'Redis takes no writes because it cannot save to its disk.', retryable: true },
  NOAUTH: { sentence: 'Redis wants a password.', retryable: false },
  WRONGPASS: { sentence: 'Redis does not know this name and password.', retryable: false },
  NOPERM: { sentence: 'This user of Redis may not use the commands Myna needs.', retryable: false },
  MOVED: { sentence: 'This Redis is part of a cluster, which Myna does not speak to. Name a single server.', retryable: false },
  WRONGTYPE: { sentence: 'Another program uses the same keys in Redis. Give Myna a prefix of its own.', retryable: false },
}

/** What an error of the client means for people, without addresses or secrets. */
export function redisFault(error: unknown): PortFault {
  if (error instanceof PortFault) return error
  const text = error instanceof Error ? error.message : String(error)
  if (error instanceof ErrorReply) {
    // A script tells the error of its command as its own: "ERR Error running script …: OOM command not allowed".
    const code = /^[A-Z]+/.exec(text)?.[0] ?? ''
    const known = sentences[code === 'ERR' ? (/\b(OOM|READONLY|MISCONF|WRONGTYPE|NOPERM)\b/.exec(text)?.[0] ?? '') : code]
    return new PortFault(known?.sentence ?? `Redis refused (${text.slice(0, 120)}).`, { retryable: known?.retryable ?? false, cause: error })
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : text
  return new PortFault(`Redis cannot be reached (${code.slice(0, 120)}).`, { retryable: true, cause: error })
}
