import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Store } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import { Button } from '#ui/button.tsx'
import { tellTrouble } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { createSample, type SampleStep } from './create-sample.ts'

/** For people without a website: an agent of a sample business by one press, then straight to talking with it. */
export function SampleCard() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const words = useFaultWords()
  const mayTeach = useMay('knowledge:write')
  const mayPublish = useMay('agents:publish')
  const [now, setNow] = useState<{ step: SampleStep; done: number; of: number }>()
  const create = useMutation({
    mutationFn: () => createSample((step, done, of) => setNow({ step, done, of }), mayPublish),
    onSuccess: async (agent) => {
      void queryClient.invalidateQueries({ queryKey: ['agents'] })
      await navigate({ to: '/agents/$agentId', params: { agentId: agent.id }, search: { talk: 'yes' } })
    },
    onError: (fault) => tellTrouble(words(fault)),
    onSettled: () => setNow(undefined),
  })
  if (!mayTeach) return null
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-b-lg border-t bg-sunken px-5 py-4">
      <Store aria-hidden className="size-5 shrink-0 text-ink-2" />
      <div className="min-w-60 flex-1">
        <h3 className="text-sm font-medium">{t('begin.sample')}</h3>
        <p role="status" className="text-sm text-ink-2">
          {now ? `${t(`begin.sample_step.${now.step}`)}${now.step === 'items' ? ` (${number(now.done)}/${number(now.of)})` : ''}…` : t('begin.sample_help')}
        </p>
      </div>
      <Button busy={create.isPending} onClick={() => create.mutate()}>
        {create.isPending ? t('begin.sample_busy') : t('begin.sample_act')}
      </Button>
    </div>
  )
}
