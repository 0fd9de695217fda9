import type { Fault } from '@myna/kernel'

/** What a promise gives, unless it takes longer: then it throws. */
export async function within<T>(ms: number, promise: Promise<T>, late: () => Fault): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(late()), ms)
      }),
    ])
  } finally {
    clearTimeout(timer)
  }
}
