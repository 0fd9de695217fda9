import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { useFaultWords } from './fault-words.ts'

const undoMs = 7000

type Options<T> = {
  /** Takes a thing away on the server. */
  send: (thing: T) => Promise<unknown>
  onDone: () => unknown
  /** What is told as soon as it is out of sight. */
  told: (thing: T) => string
}

/** Things of a list on their way out: gone from sight at once, from the server once they can no longer be called back. Leaving the page lets them go at once. */
export function useLeaving<T extends { id: string }>({ send, onDone, told }: Options<T>) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const waiting = useRef(new Map<string, { timer: ReturnType<typeof setTimeout>; finish: () => void }>())

  const bringBack = (id: string) => setGone((before) => new Set([...before].filter((it) => it !== id)))

  function remove(thing: T): void {
    const { id } = thing
    const finish = () => {
      waiting.current.delete(id)
      send(thing).then(onDone, (fault: unknown) => {
        bringBack(id)
        tellTrouble(words(fault))
      })
    }
    const next = sameActOfNextRow()
    setGone((before) => new Set([...before, id]))
    requestAnimationFrame(() => next?.focus())
    waiting.current.set(id, { timer: setTimeout(finish, undoMs), finish })
    tell(told(thing), {
      label: t('act.undo'),
      run: () => {
        const it = waiting.current.get(id)
        if (!it) return
        clearTimeout(it.timer)
        waiting.current.delete(id)
        bringBack(id)
      },
    })
  }

  useEffect(() => {
    const open = waiting.current
    const finishAll = () => {
      for (const it of open.values()) {
        clearTimeout(it.timer)
        it.finish()
      }
    }
    addEventListener('pagehide', finishAll)
    return () => {
      removeEventListener('pagehide', finishAll)
      finishAll()
    }
  }, [])

  return { gone, remove }
}

/** Where the focus goes when its row leaves: to the same act of a row beside it, counted from the last one, for the first ones differ. */
function sameActOfNextRow(): HTMLElement | undefined {
  const row = document.activeElement?.closest('li')
  const beside = row?.nextElementSibling ?? row?.previousElementSibling
  if (!row || !beside) return undefined
  const [own, others] = [row, beside].map((it) => [...it.querySelectorAll('button')].toReversed())
  const place = own!.indexOf(document.activeElement as HTMLButtonElement)
  return others![Math.min(place, others!.length - 1)]
}
