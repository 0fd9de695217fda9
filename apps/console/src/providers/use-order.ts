import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { moved } from './moved.ts'

type Handle = { onPointerDown: (event: PointerEvent<HTMLElement>) => void; onKeyDown: (event: KeyboardEvent<HTMLElement>) => void }

/**
 * The order of a list of rows while people change it: by dragging a handle with mouse, finger or pen, or with the arrows on it. Rows carry `data-row`
 * with their id and are placed by `order`, not by where they stand in the document: a handle that is moved there loses its pointer. `onOrder` hears
 * every order that was settled on; Escape gives up a drag.
 */
export function useOrder(ids: readonly string[], onOrder: (ids: string[], moved: string) => void) {
  const [dragging, setDragging] = useState<{ id: string; order: string[] }>()
  const list = useRef<HTMLUListElement>(null)
  const keyed = useRef<string>(undefined)
  const order = dragging?.order ?? ids
  useEffect(() => {
    // A row that stands elsewhere in the document has lost the focus.
    if (keyed.current) list.current?.querySelector<HTMLElement>(`[data-row="${keyed.current}"] [data-handle]`)?.focus()
    keyed.current = undefined
  }, [ids.join()])

  const move = (id: string, to: number) => {
    const next = moved(ids, id, to)
    if (next.some((it, i) => it !== ids[i])) onOrder(next, id)
  }

  function drag(id: string, event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return
    event.preventDefault()
    const handle = event.currentTarget
    handle.focus()
    handle.setPointerCapture(event.pointerId)
    let now = [...ids]
    const ended = new AbortController()
    const end = (settled: boolean) => {
      ended.abort()
      setDragging(undefined)
      if (settled && now.some((it, i) => it !== ids[i])) onOrder(now, id)
    }
    const listen = <K extends keyof HTMLElementEventMap>(name: K, hear: (it: HTMLElementEventMap[K]) => void) =>
      handle.addEventListener(name, hear, { signal: ended.signal })
    listen('pointermove', ({ clientY }) => {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].filter((it) => it.dataset['row'] !== id)
      const above = rows.filter((it) => clientY > it.getBoundingClientRect().top + it.offsetHeight / 2).length
      const next = moved(now, id, above)
      if (next.every((it, i) => it === now[i])) return
      now = next
      setDragging({ id, order: next })
    })
    listen('pointerup', () => end(true))
    listen('pointercancel', () => end(false))
    addEventListener('keydown', (it) => it.key === 'Escape' && end(false), { signal: ended.signal })
    setDragging({ id, order: now })
  }

  return {
    list,
    order,
    dragging: dragging?.id,
    move,
    handle: (id: string): Handle => ({
      onPointerDown: (event) => drag(id, event),
      onKeyDown: (event) => {
        const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
        if (!step || dragging) return
        event.preventDefault()
        keyed.current = id
        move(id, ids.indexOf(id) + step)
      },
    }),
  }
}
