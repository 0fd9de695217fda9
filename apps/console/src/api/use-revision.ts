import { useRef } from 'react'
import { isFault } from './fault-words.ts'

/** Whether somebody else saved between opening a form and saving it. */
export const isMeanwhile = (fault: unknown): boolean => isFault(fault, 'workspace.changed_meanwhile', 'gateway.changed_meanwhile')

/**
 * Saves upon what stood there when a form was opened, whatever has been shown since. When somebody else saved meanwhile, what was typed stays, and the next
 * try builds on theirs: saving again is then a choice, not an accident.
 */
export function useRevision(opened: number, read: () => Promise<{ revision: number }>) {
  const known = useRef(opened)
  return async function save<R extends { revision: number }>(send: (revision: number) => Promise<R>): Promise<R> {
    try {
      const saved = await send(known.current)
      known.current = saved.revision
      return saved
    } catch (fault) {
      if (isMeanwhile(fault)) known.current = (await read()).revision
      throw fault
    }
  }
}
