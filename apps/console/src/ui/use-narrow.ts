import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

type Words = Record<string, string | undefined>

/** Changes words in the address of the page: filters, order, what is open. `push`: the way back leads to how it was. */
export function useNarrow(): (change: Words, how?: { push?: boolean }) => void {
  const navigate = useNavigate()
  return useCallback(
    (change, { push = false } = {}) =>
      void navigate({
        to: '.',
        search: ((before: Words) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value))) as never,
        replace: !push,
      }),
    [navigate],
  )
}
