import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { useFaultWords } from './fault-words.ts'

type Options<T> = {
  /** Takes a thing away on the server. */
  send: (thing: T) => Promise<unknown>
  /** Brings it back there. */
  back: (thing: T) => Promise<unknown>
  onDone: () => unknown
  /** What is told once it is gone. */
  told: (thing: T) => string
}

/** Things that leave a list: out of sight at once, back in it when the server refuses, or when the person takes it back, which is an act of its own. */
export function useLeaving<T extends { id: string }>({ send, back, onDone, told }: Options<T>) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const hide = (id: string) => setGone((before) => new Set([...before, id]))
  const show = (id: string) => setGone((before) => new Set([...before].filter((it) => it !== id)))

  async function bringBack(thing: T): Promise<void> {
    try {
      await back(thing)
      await onDone()
      show(thing.id)
    } catch (fault) {
      tellTrouble(words(fault))
    }
  }

  async function remove(thing: T): Promise<void> {
    const next = sameActOfNextRow()
    hide(thing.id)
    requestAnimationFrame(() => next?.focus())
    try {
      await send(thing)
    } catch (fault) {
      show(thing.id)
      return tellTrouble(words(fault))
    }
    tell(told(thing), { label: t('act.undo'), run: () => void bringBack(thing) })
    await onDone()
  }

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
