import type { QueryFunction, QueryKey } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { queryClient } from './client.ts'
import { isFault } from './fault-words.ts'

/** Whether somebody else saved between opening a form and saving it. */
export const isMeanwhile = (fault: unknown): boolean => isFault(fault, 'workspace.changed_meanwhile', 'gateway.changed_meanwhile')

type List<T, K extends QueryKey> = { queryKey: K; queryFn?: QueryFunction<T[], K> | symbol }

/** Reads a thing anew that is known from a list; one that is gone has no revision that fits. */
export async function newestIn<T extends { revision: number }, K extends QueryKey>(list: List<T, K>, isIt: (it: T) => boolean): Promise<{ revision: number }> {
  const all = await queryClient.fetchQuery<T[]>({ ...(list as object), queryKey: list.queryKey, staleTime: 0 })
  return all.find(isIt) ?? { revision: -1 }
}

/**
 * Saves upon what stood there when a form was opened, whatever has been shown since. When somebody else saved meanwhile, what was typed stays, and the next
 * try builds on theirs: saving again is then a choice, not an accident. `ours`: what was saved last from beside the form, which is no surprise to it.
 */
export function useRevision(opened: number, read: () => Promise<{ revision: number }>, ours?: number) {
  const known = useRef(opened)
  useEffect(() => {
    if (ours === known.current + 1) known.current = ours
  }, [ours])
  const sending = useRef<Promise<unknown>>(undefined)
  return async function save<R extends { revision: number }>(send: (revision: number) => Promise<R>): Promise<R> {
    // Pressed twice, it is sent once.
    if (sending.current) return sending.current as Promise<R>
    try {
      const sent = send(known.current)
      sending.current = sent
      const saved = await sent
      known.current = saved.revision
      return saved
    } catch (fault) {
      if (isMeanwhile(fault)) known.current = (await read()).revision
      throw fault
    } finally {
      sending.current = undefined
    }
  }
}
