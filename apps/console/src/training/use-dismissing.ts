import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Unanswered } from '#api/shapes.ts'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { trainingChanged } from './training-queries.ts'

const undoMs = 7000

/** Questions on their way out: gone from sight at once, dismissed on the server once they can no longer be called back. Leaving the page dismisses at once. */
export function useDismissing() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const waiting = useRef(new Map<string, { timer: ReturnType<typeof setTimeout>; finish: () => void }>())

  const bringBack = (id: string) => setGone((before) => new Set([...before].filter((it) => it !== id)))

  function dismiss({ id, question }: Unanswered): void {
    const finish = () => {
      waiting.current.delete(id)
      api.brain.dismissUnanswered({ unansweredId: id }).then(
        () => trainingChanged(),
        (fault: unknown) => {
          bringBack(id)
          tellTrouble(words(fault).sentence)
        },
      )
    }
    setGone((before) => new Set([...before, id]))
    waiting.current.set(id, { timer: setTimeout(finish, undoMs), finish })
    tell(t('training.dismissed', { question: question.length > 60 ? `${question.slice(0, 60)}…` : question }), {
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

  return { gone, dismiss }
}
