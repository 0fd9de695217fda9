import { type Query, type QueryClient, useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useState } from 'react'

/** Longer than this nobody looks at an empty page; then what is there is shown, and the rest where its place is kept. */
const longestMs = 600

const isFirst = (it: Query) => it.state.status === 'pending' && it.state.fetchStatus === 'fetching'

/** A query that stands on the page and has not begun; whether it may is what whoever shows it said. */
const isAboutTo = (it: Query) =>
  it.state.status === 'pending' && it.state.fetchStatus === 'idle' && it.getObserversCount() === 0 && (it.options as { enabled?: unknown }).enabled !== false

/** Whether something is asked for the first time, or will be as soon as this is drawn. */
const isComing = (client: QueryClient) =>
  client
    .getQueryCache()
    .getAll()
    .some((it) => isFirst(it) || isAboutTo(it))

/**
 * Whether a page is to be seen. What it asks for comes at different moments, and each answer would push the others about; so a page appears when all of it is there,
 * which is mostly before anybody notices, and at once when all of it is known.
 */
export function useTogether(): boolean {
  const client = useQueryClient()
  const [shown, setShown] = useState(false)
  const coming = useIsFetching({ predicate: isFirst })
  useLayoutEffect(() => {
    if (!isComing(client)) setShown(true)
  }, [client])
  useEffect(() => {
    if (!isComing(client)) setShown(true)
  }, [client, coming])
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), longestMs)
    return () => clearTimeout(timer)
  }, [])
  return shown
}
