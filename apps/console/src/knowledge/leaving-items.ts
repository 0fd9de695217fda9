import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Item } from '#api/shapes.ts'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { baseChanged } from './knowledge-queries.ts'

const undoMs = 7000

/** Items on their way out: gone from sight at once, deleted on the server once they can no longer be called back. Leaving the page deletes at once. */
export function useLeaving(baseId: string) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const waiting = useRef(new Map<string, { timer: ReturnType<typeof setTimeout>; finish: () => void }>())

  const bringBack = (id: string) => setGone((before) => new Set([...before].filter((it) => it !== id)))

  function remove(item: Item): void {
    const finish = () => {
      waiting.current.delete(item.id)
      api.knowledge.deleteItem({ itemId: item.id }).then(
        () => baseChanged(baseId),
        (fault: unknown) => {
          bringBack(item.id)
          tellTrouble(words(fault).sentence)
        },
      )
    }
    setGone((before) => new Set([...before, item.id]))
    waiting.current.set(item.id, { timer: setTimeout(finish, undoMs), finish })
    tell(t('knowledge.deleted', { title: item.title }), {
      label: t('act.undo'),
      run: () => {
        const it = waiting.current.get(item.id)
        if (!it) return
        clearTimeout(it.timer)
        waiting.current.delete(item.id)
        bringBack(item.id)
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
