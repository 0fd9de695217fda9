import { type QueryKey, useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { queryClient } from './client.ts'
import { useFaultWords } from './fault-words.ts'

type Options<V, R> = {
  send: (change: V) => Promise<R>
  /** Everything that shows what is changed. */
  keys: readonly QueryKey[]
  /** What such an answer of the server will be after the change. */
  apply: (shown: unknown, change: V) => unknown
  /** What is told when it worked. */
  told?: (answer: R, change: V) => string
  /** The change that takes it back, as things are before it. The act itself is done at once, so closing the page loses nothing. */
  undo?: (change: V) => V
  /** What was to be saved, for the sentence that says that it was not. */
  what: (change: V) => string
}

/** A write that is shown before the server has answered, put back when it is refused, and taken back by its own opposite. */
export function useWrite<V, R>({ send, keys, apply, told, undo, what }: Options<V, R>) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const write = useMutation({
    mutationFn: ({ change }: { change: V; back?: V | undefined; isUndo?: boolean }) => send(change),
    onMutate: async ({ change }) => {
      await Promise.all(keys.map((queryKey) => queryClient.cancelQueries({ queryKey })))
      const before = keys.flatMap((queryKey) => queryClient.getQueriesData({ queryKey }))
      for (const queryKey of keys) queryClient.setQueriesData({ queryKey }, (shown: unknown) => (shown === undefined ? shown : apply(shown, change)))
      return before
    },
    onSuccess: (answer, { change, back, isUndo }) => {
      const title = isUndo ? undefined : told?.(answer, change)
      if (title) tell(title, back === undefined ? undefined : { label: t('act.undo'), run: () => write.mutate({ change: back, isUndo: true }) })
    },
    onError: (fault, { change }, before) => {
      for (const [key, shown] of before ?? []) queryClient.setQueryData(key, shown)
      tellTrouble(t('lists.not_saved', { what: what(change) }), words(fault))
    },
    onSettled: () => Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  })
  return {
    // What it was is asked now: once the change is shown, nobody knows it any more.
    run: (change: V) => write.mutate({ change, back: undo?.(change) }),
    busy: write.isPending,
    error: write.error,
  }
}

/** An answer in which the things of these ids are changed: a list, a part of one, or the thing itself. */
export function patched<T>(shown: unknown, isIt: (it: T) => boolean, change: Partial<T>): unknown {
  const one = (it: T): T => (isIt(it) ? { ...it, ...change } : it)
  if (Array.isArray(shown)) return shown.map((it: T) => one(it))
  if (typeof shown === 'object' && shown !== null && 'items' in shown && Array.isArray(shown.items))
    return { ...shown, items: shown.items.map((it: T) => one(it)) }
  return typeof shown === 'object' && shown !== null ? one(shown as T) : shown
}
