import { Download, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { csvOf } from '#api/csv.ts'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import { saveFile } from '#api/save-file.ts'
import type { Call } from '#api/shapes.ts'
import { useEach } from '#api/use-each.ts'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { tell } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { goesOn } from './call-status.tsx'
import { otherNumber } from './other-party.tsx'

/** What can be done with several calls. */
export function CallActs({ rows, onDelete }: { rows: () => Call[]; onDelete: (calls: readonly Call[]) => void }) {
  const { t } = useTranslation()
  const mayDelete = useMay('calls:delete')
  const save = () => {
    const calls = rows()
    const heads = [
      t('calls.agent'),
      t('phone.other'),
      t('phone.channel_label'),
      t('phone.direction_label'),
      t('calls.status_label'),
      t('calls.turns'),
      t('calls.duration_seconds'),
      t('calls.started'),
    ]
    const lines = calls.map((it) => [
      it.agentName,
      otherNumber(it),
      t(`phone.channel.${it.channel}`),
      t(`phone.direction.${it.direction}`),
      t(`calls.status.${it.status}`),
      it.turnCount,
      it.durationMs === null ? null : Math.round(it.durationMs / 1000),
      it.startedAt,
    ])
    saveFile(`calls-${new Date().toISOString().slice(0, 10)}.csv`, 'text/csv', csvOf(heads, lines))
    tell(t('lists.exported', { count: calls.length, shown: number(calls.length) }))
  }
  return (
    <>
      <Button size="small" onClick={save}>
        <Download aria-hidden />
        {t('lists.export')}
      </Button>
      {mayDelete && (
        <Button size="small" look="danger" onClick={() => onDelete(rows())}>
          <Trash2 aria-hidden />
          {t('act.delete')}
        </Button>
      )}
    </>
  )
}

/** Asks before several calls are deleted; those that go on stay. */
export function DeleteCalls({ calls, onClose }: { calls: readonly Call[]; onClose: () => void }) {
  const { t } = useTranslation()
  const over = calls.filter((it) => !goesOn(it))
  const remove = useEach((it: Call) => api.calls.deleteCall({ callId: it.id }), ['calls'])
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={t('calls.delete_many', { count: over.length, shown: number(over.length) })}
      description={t('calls.delete_many_body')}
      action={t('act.delete')}
      busy={remove.busy}
      onConfirm={() => remove.run(over, onClose)}
    />
  )
}
