import { useMutation } from '@tanstack/react-query'
import { UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Remembered } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm, Drawer } from '#ui/dialog.tsx'
import { Fact, Facts } from '#ui/facts.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { fullMoment, number } from '#words/figures.ts'

/** All that is remembered of one caller, and the way to forget it. */
export function CallerDrawer({ caller, onClose }: { caller: Remembered; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const mayForget = useMay('brain:write')
  const [forgetting, setForgetting] = useState(false)
  const name = caller.name ?? caller.identity.id
  const forget = useMutation({
    mutationFn: () => api.brain.forgetCaller({ callerId: caller.id }),
    onSuccess: async () => {
      onClose()
      tell(t('callers.forgotten', { name }))
      await queryClient.invalidateQueries({ queryKey: ['callers'] })
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  const facts = Object.entries(caller.facts)
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={caller.name ?? t('callers.unnamed')}
      footer={
        mayForget && (
          <Button look="danger" onClick={() => setForgetting(true)}>
            <UserRoundX aria-hidden />
            {t('callers.forget')}
          </Button>
        )
      }
    >
      <Facts>
        <Fact label={t('callers.known_as')}>
          {t(`callers.identity.${caller.identity.kind}`)} · {caller.identity.id}{' '}
          <Badge tone={caller.consent === 'given' ? 'ok' : 'neutral'}>{t(`callers.consent.${caller.consent}`)}</Badge>
        </Fact>
        {caller.language && <Fact label={t('callers.language')}>{t(`spoken.${caller.language}`)}</Fact>}
        <Fact label={t('callers.conversations')}>{number(caller.conversationCount)}</Fact>
        <Fact label={t('callers.last_seen')}>
          <time dateTime={caller.lastSeenAt}>{fullMoment(caller.lastSeenAt)}</time>
        </Fact>
        <Fact label={t('callers.summary')}>
          <span dir="auto" className="whitespace-pre-line">
            {caller.summary || t('callers.summary_none')}
          </span>
        </Fact>
        <Fact label={t('callers.facts')}>
          {facts.length === 0 ? (
            t('callers.facts_none')
          ) : (
            <span className="mt-1 grid gap-1.5 rounded-sm border bg-sunken px-3 py-2">
              {facts.map(([slot, told]) => (
                <span key={slot} className="grid grid-cols-[8rem_minmax(0,1fr)] gap-3">
                  <span className="text-ink-3 first-letter:uppercase">{slot.replaceAll('_', ' ')}</span>
                  <span dir="auto">{told}</span>
                </span>
              ))}
            </span>
          )}
        </Fact>
      </Facts>
      {forgetting && (
        <Confirm
          open
          onOpenChange={setForgetting}
          title={t('callers.forget_title', { name })}
          description={t('callers.forget_body')}
          action={t('callers.forget')}
          busy={forget.isPending}
          onConfirm={() => forget.mutate()}
        />
      )}
    </Drawer>
  )
}
