import { type RefCallback, useCallback, useState } from 'react'

/** What was left out of a text: letters beyond the limit, or such as no table can keep. */
export type LeftOut = { most: number } | 'odd' | undefined

// NUL, and halves of letters.
// oxlint-disable-next-line no-control-regex
const unkeepable = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Notices when a text put into a control is longer than it takes, and takes out what cannot be kept; answers what to listen on and what was left out last. */
export function useLeftOut(): [RefCallback<HTMLElement>, LeftOut] {
  const [left, setLeft] = useState<LeftOut>()
  const heed = useCallback((element: HTMLElement) => {
    const before = (event: InputEvent) => {
      const control = textControl(event.target)
      if (control) setLeft(exceeds(control, event.data ?? event.dataTransfer?.getData('text/plain') ?? '') ? { most: control.maxLength } : undefined)
    }
    const after = (event: Event) => {
      const control = textControl(event.target)
      if (!control || control.value.search(unkeepable) < 0) return
      setKeepable(control)
      setLeft('odd')
    }
    element.addEventListener('beforeinput', before)
    element.addEventListener('input', after)
    return () => {
      element.removeEventListener('beforeinput', before)
      element.removeEventListener('input', after)
    }
  }, [])
  return [heed, left]
}

type TextControl = HTMLInputElement | HTMLTextAreaElement

const textControl = (it: EventTarget | null): TextControl | undefined => (it instanceof HTMLInputElement || it instanceof HTMLTextAreaElement ? it : undefined)

function exceeds(control: TextControl, text: string): boolean {
  if (control.maxLength < 0 || text.length < 2) return false
  // Fields of mail addresses do not say what is selected.
  const { value, selectionStart, selectionEnd } = control
  const stays = selectionStart === null || selectionEnd === null ? 0 : value.length - (selectionEnd - selectionStart)
  return stays + text.length > control.maxLength
}

function setKeepable(control: TextControl): void {
  // Past React's own note of the value, so that it takes the event for a change.
  const prototype: TextControl = control instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, control.value.replace(unkeepable, ''))
}
