import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Signal } from '#api/shapes.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { Field, TextArea } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'
import { fullMoment, number } from '#words/figures.ts'

/** One signal with its evidence, and what a person says of it. */
export function SignalDrawer({
  signal,
  mayWrite,
  onChanged,
  onClose,
}: {
  signal: Signal
  mayWrite: boolean
  onChanged: (signal: Signal) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [note, setNote] = useState(signal.note ?? '')
  const [missing, setMissing] = useState(false)
  const handle = useMutation({
    mutationFn: (act: 'acknowledge' | 'close') =>
      act === 'close'
        ? api.audit.closeSignal({ signalId: signal.id, note: note.trim() })
        : api.audit.acknowledgeSignal({ signalId: signal.id, ...(note.trim() && { note: note.trim() }) }),
    onSuccess: async (it) => {
      tell(t(it.state === 'closed' ? 'security.signal_closed' : 'security.signal_acknowledged'))
      onChanged(it)
      await queryClient.invalidateQueries({ queryKey: ['signals'] })
    },
  })
  const facts: [string, string][] = [
    [t('security.about'), signal.subjectName ?? signal.subject],
    [t('security.first_seen'), fullMoment(signal.firstAt)],
    [t('security.last_seen'), fullMoment(signal.lastAt)],
    [t('security.times'), number(signal.count)],
    ...(signal.handledBy ? ([[t('security.handled_by'), signal.handledBy]] as [string, string][]) : []),
  ]
  const evidence = Object.entries(signal.evidence).map(([name, value]) => [
    name.replaceAll('_', ' '),
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  const isOpen = signal.state !== 'closed'
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={t(`security.signal.${signal.kind}`)}
      footer={
        isOpen &&
        mayWrite && (
          <>
            {signal.state === 'open' && (
              <Button busy={handle.isPending} onClick={() => handle.mutate('acknowledge')}>
                {t('security.acknowledge')}
              </Button>
            )}
            <Button
              look="primary"
              busy={handle.isPending}
              onClick={() => {
                setMissing(!note.trim())
                if (note.trim()) handle.mutate('close')
              }}
            >
              {t('security.close_signal')}
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-5">
        <p className="text-sm text-ink-2">{t(`security.signal_help.${signal.kind}`)}</p>
        <dl className="grid grid-cols-[8rem_1fr] gap-x-4 gap-y-2 text-sm">
          {[...facts, ...evidence].map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{name}</dt>
              <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
        {signal.subject.startsWith('user:') && (
          <div>
            <ButtonLink to="/audit" search={{ subject: signal.subject }}>
              {t('security.see_log')}
            </ButtonLink>
          </div>
        )}
        {isOpen && mayWrite ? (
          <Field label={t('security.note')} help={t('security.note_help')} error={missing && !note.trim() ? t('security.note_missing') : undefined}>
            {(named) => <TextArea {...named} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />}
          </Field>
        ) : (
          signal.note && <p className="text-sm [overflow-wrap:anywhere]">{signal.note}</p>
        )}
        {isOpen && !mayWrite && <p className="text-sm text-ink-2">{t('state.who_can_grant')}</p>}
        <FormTrouble trouble={handle.error ? words(handle.error) : undefined} />
      </div>
    </Drawer>
  )
}
