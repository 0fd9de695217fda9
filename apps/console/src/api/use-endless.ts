import { type QueryKey, replaceEqualDeep, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { queryClient } from './client.ts'

type Part<T> = { items: T[]; next?: string | undefined }
type Options<T> = {
  key: QueryKey
  ask: (page: { limit: number; cursor?: string }) => Promise<Part<T>>
  idOf: (item: T) => string
  enabled?: boolean
  /** The item an address asks for: looked for below what is loaded, as far as that is sensible. */
  seek?: string | undefined
}

const limit = 200
const soughtIn = 2_000

/**
 * A list, newest first, that loads on as somebody scrolls. When it is asked for anew, only its head is: what was loaded below stays,
 * unless so much is new that the two no longer meet. So a list of ten thousand rows costs one question when something happens, not a hundred.
 */
export function useEndless<T>({ key, ask, idOf, enabled = true, seek }: Options<T>) {
  const more = useRef(false)
  const query = useQuery({
    queryKey: key,
    enabled,
    placeholderData: (before) => before,
    // What is asked anew is compared, so that rows that did not change are not drawn again; what is only added to is not, for that takes long with many.
    structuralSharing: (before, after) => ((before as Part<T> | undefined)?.items[0] === (after as Part<T>).items[0] ? after : replaceEqualDeep(before, after)),
    queryFn: async (): Promise<Part<T>> => {
      const head = await ask({ limit })
      return withBelow(head, queryClient.getQueryData<Part<T>>(key), idOf)
    },
  })
  const next = query.isPlaceholderData ? undefined : query.data?.next
  const latest = useRef({ key, ask, idOf, next })
  latest.current = { key, ask, idOf, next }
  const onEnd = useCallback(() => {
    const { key: itsKey, ask: askIt, idOf: id, next: cursor } = latest.current
    if (more.current || cursor === undefined) return
    more.current = true
    askIt({ limit, cursor })
      .then((part) =>
        queryClient.setQueryData<Part<T>>(itsKey, (before) => {
          // Meanwhile the list was asked for anew and begins elsewhere.
          if (before?.next !== cursor) return before
          const known = new Set(before.items.map(id))
          return { items: [...before.items, ...part.items.filter((it) => !known.has(id(it)))], next: part.next }
        }),
      )
      // A page that does not come is asked for again when somebody scrolls on.
      .catch(() => undefined)
      .finally(() => {
        more.current = false
      })
  }, [])
  const items = query.data?.items
  const isMissed = seek !== undefined && items !== undefined && items.length < soughtIn && !items.some((it) => idOf(it) === seek)
  useEffect(() => {
    if (isMissed) onEnd()
  }, [isMissed, items, onEnd])
  return {
    items,
    error: query.error,
    refetch: query.refetch,
    isOld: query.isPlaceholderData,
    hasMore: next !== undefined,
    onEnd: next === undefined ? undefined : onEnd,
  }
}

/** A new head with what was loaded below it, or alone when so much is new that the two no longer meet. */
export function withBelow<T>(head: Part<T>, before: Part<T> | undefined, idOf: (item: T) => string): Part<T> {
  const last = head.items.at(-1)
  if (head.next === undefined || last === undefined || !before) return head
  const meets = before.items.findIndex((it) => idOf(it) === idOf(last))
  return meets < 0 ? head : { items: [...head.items, ...before.items.slice(meets + 1)], next: before.next }
}
