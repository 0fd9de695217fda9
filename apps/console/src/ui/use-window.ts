import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** Rows from one up to, but not with, another. */
type Span = { from: number; to: number }

/** So many rows are drawn beyond what is seen, and so many come at a time. */
const [beyond, step] = [4, 4]
/** Until the height of the list is known. */
const guessed = 20

/**
 * Which rows of one height are drawn, while somebody scrolls. It measures nothing: where a row stands follows from its place. Rows that come into view one by one are
 * there in the same picture; after a leap the list has moved first and its rows follow, so that no press of a key waits for them.
 */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number, headHeight: number, begin: number) {
  const seen = useRef({ top: begin, height: guessed * rowHeight })
  const [drawn, setDrawn] = useState<Span>(() => spanOf(seen.current, rowHeight, beyond))
  const latest = useRef(drawn)

  useLayoutEffect(() => {
    const list = scroller.current!
    list.scrollTop = begin
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      latest.current = spanOf(seen.current, rowHeight, beyond)
      setDrawn(latest.current)
    }
    const look = () => {
      const wanted = spanOf(seen.current, rowHeight, beyond)
      const { from, to } = latest.current
      if (timer || (wanted.from === from && wanted.to === to)) return
      const { from: first, to: last } = spanOf(seen.current, rowHeight, 0)
      const there = Math.min(last, to) - Math.max(first, from)
      if (there * 2 >= last - first) return flushSync(draw)
      timer = setTimeout(() => {
        timer = undefined
        draw()
      })
    }
    const onScroll = () => {
      seen.current.top = list.scrollTop
      look()
    }
    const sized = new ResizeObserver(([it]) => {
      seen.current.height = it!.contentRect.height - headHeight
      look()
    })
    list.addEventListener('scroll', onScroll, { passive: true })
    sized.observe(list)
    return () => {
      list.removeEventListener('scroll', onScroll)
      sized.disconnect()
      clearTimeout(timer)
    }
    // biome-ignore lint/correctness/useExhaustiveDependencies: where the list began is of its beginning alone
  }, [scroller, rowHeight, headHeight])

  /** Scrolls as far as needed to see a row. */
  const show = useCallback(
    (index: number) => {
      const { top, height } = seen.current
      const least = (index + 1) * rowHeight - height
      const next = Math.min(index * rowHeight, Math.max(top, least))
      if (next === top) return
      seen.current.top = next
      scroller.current!.scrollTop = next
    },
    [scroller, rowHeight],
  )
  const toTop = useCallback(() => {
    scroller.current!.scrollTop = 0
  }, [scroller])
  const to = Math.min(drawn.to, count)
  return { from: Math.max(0, Math.min(drawn.from, to - (drawn.to - drawn.from))), to, show, toTop }
}

/** The rows that are seen, and some beyond in whole steps. */
function spanOf({ top, height }: { top: number; height: number }, rowHeight: number, more: number): Span {
  const [first, last] = [Math.floor(top / rowHeight) - more, Math.ceil((top + height) / rowHeight) + more]
  return more ? { from: Math.max(0, Math.floor(first / step) * step), to: Math.ceil(last / step) * step } : { from: Math.max(0, first), to: last }
}
