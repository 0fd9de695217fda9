import { type QueryKey, useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { queryClient } from './client.ts'
import { useFaultWords } from './fault-words.ts'

/** Does something with each of several things, one after the other so that the server is not run over, and says with how many it went wrong and why. */
export function useEach<T>(act: (thing: T) => Promise<unknown>, stale: QueryKey) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const run = useMutation({
    mutationFn: async (things: readonly T[]) => {
      const faults: unknown[] = []
      for (const it of things) await act(it).catch((fault: unknown) => faults.push(fault))
      return faults
    },
    onSuccess: (faults, things) => {
      const [failed, of] = [faults.length, things.length]
      if (failed > 0) tellTrouble(t('lists.some_failed', { failed: number(failed), of: number(of) }), words(faults[0]))
      else tell(t('lists.done', { count: of, shown: number(of) }))
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: stale }),
  })
  return { busy: run.isPending, run: (things: readonly T[], onDone?: () => void) => run.mutate(things, { onSettled: () => onDone?.() }) }
}
