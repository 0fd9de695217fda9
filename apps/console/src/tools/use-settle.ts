import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Errand } from '#api/shapes.ts'
import { tell, tellTrouble } from '#ui/toast.tsx'

/** Marks an open errand as done, with a way back, or a done one as open again. */
export function useSettle() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const trouble = (fault: unknown) => tellTrouble(words(fault))
  const changed = () => queryClient.invalidateQueries({ queryKey: ['errands'] })
  return useMutation({
    mutationFn: ({ id, state }: Pick<Errand, 'id' | 'state'>) => api.tools.settleErrand({ errandId: id, state: state === 'open' ? 'done' : 'open' }),
    onSuccess: async ({ id, state }) => {
      const undo = () => void api.tools.settleErrand({ errandId: id, state: state === 'done' ? 'open' : 'done' }).then(changed, trouble)
      tell(t(state === 'done' ? 'errands.marked_done' : 'errands.reopened'), { label: t('act.undo'), run: undo })
      await changed()
    },
    onError: trouble,
  })
}
