import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { VenetianMask } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { meQuery } from '#api/me.ts'
import type { Me } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Strip } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { clock } from '#words/figures.ts'

/** On every page while somebody acts in the place of another: who, for whom, until when, and the way back. */
export function ActingStrip({ me, acting }: { me: Me; acting: NonNullable<Me['impersonation']> }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const navigate = useNavigate()
  const stop = useMutation({
    mutationFn: () => api.identity.endImpersonation({}),
    onSuccess: async (it) => {
      queryClient.clear()
      queryClient.setQueryData(meQuery.queryKey, it)
      tell(t('security.acting_over'))
      await navigate({ to: '/team' })
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  useEffect(() => {
    const timer = setTimeout(() => void queryClient.invalidateQueries(), Math.max(0, Date.parse(acting.endsAt) - Date.now()) + 500)
    return () => clearTimeout(timer)
  }, [acting.endsAt])
  return (
    <Strip tone="warn" role="status">
      <VenetianMask aria-hidden />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <strong className="font-semibold">{t('security.acting', { by: acting.by, name: me.user?.name ?? '' })}</strong>{' '}
        {t('security.acting_until', { time: clock(acting.endsAt), reason: acting.reason })}
      </span>
      <Button size="small" busy={stop.isPending} onClick={() => stop.mutate()}>
        {t('security.acting_stop')}
      </Button>
    </Strip>
  )
}
