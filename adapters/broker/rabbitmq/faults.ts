import { PortFault } from '@myna/ports/fault'

/** What went wrong between us and the broker, without the address, which holds a password. */
export function brokerFault(error: unknown): PortFault {
  if (error instanceof PortFault) return error
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (code === 'PRECONDITION_FAILED') return new PortFault('The queue exists with other arguments. Delete it while it is empty.', { retryable: false })
  if (code === 'ACCESS_REFUSED') return new PortFault('The broker refuses this user, password or queue.', { retryable: false })
  if (code === 'NOT_ALLOWED' || code === 'INVALID_PATH')
    return new PortFault('The broker has no such virtual host, or not for this user.', { retryable: false })
  return new PortFault(`The broker failed: ${code || message || 'it said nothing'}.`, { retryable: true })
}

/** `work`, or a fault once `limitMs` is over; what comes of the work later is nobody's concern. */
export async function within<T>(limitMs: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new PortFault(`The broker did not ${what} within ${limitMs} ms.`, { retryable: true })), limitMs)
  })
  work.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
