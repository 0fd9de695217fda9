/** The outcome of `work`, or the reason of `signal` as soon as that is aborted, whether or not the work ends then. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const cut = Promise.withResolvers<never>()
  const stop = () => cut.reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    return await Promise.race([work, cut.promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
