import { useEffect, useRef } from 'react'
import { keep, kept } from '#words/language.ts'

/** Whether single keys act; ⌘K and ⌘B always do. */
export const singleKeys = {
  on: () => kept('myna.single-keys') !== 'off',
  set: (on: boolean) => keep('myna.single-keys', on ? 'on' : 'off'),
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
}

/**
 * Acts by single keys while this component stands: `{ c: create, '/': focus }`. Off while typing, in menus and in dialogs.
 * `first`: is asked before the others, so that the second key of `g c` reaches no page.
 */
export function useShortcuts(keys: Record<string, (event: KeyboardEvent) => void>, first = false): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const act = latest.current[event.key]
      if (!act || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || !singleKeys.on() || isTyping(event.target)) return
      if (document.querySelector('[role=dialog][data-open], [role=alertdialog], [role=menu][data-open]')) return
      // Enter on a focused control belongs to the control.
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button')) return
      event.preventDefault()
      act(event)
    }
    addEventListener('keydown', onKey, first)
    return () => removeEventListener('keydown', onKey, first)
  }, [first])
}
