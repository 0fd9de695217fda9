import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { textLink } from '#account/account-card.tsx'
import type { Errand } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { fullMoment, moment } from '#words/figures.ts'
import { callOfQuery } from './call-of.ts'
import { errandFields } from './errand-summary.ts'

type Props = { errand: Errand; agentName: string | undefined; settle: (() => void) | undefined; busy: boolean; onClose: () => void }

/** One errand with all that the caller gave, and the call it came from. */
export function ErrandDrawer({ errand, agentName, settle, busy, onClose }: Props) {
  const { t } = useTranslation()
  const call = useQuery(callOfQuery(errand.conversationId, errand.agentId))
  const fields = errandFields(t, errand)
  const open = errand.state === 'open'
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={t(`errands.kind.${errand.kind}`)}
      footer={
        settle && (
          <Button look={open ? 'primary' : 'secondary'} onClick={settle} busy={busy}>
            {open ? <Check aria-hidden /> : <RotateCcw aria-hidden />}
            {t(open ? 'errands.done' : 'errands.reopen')}
          </Button>
        )
      }
    >
      <div className="grid gap-5">
        <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
          <Badge tone={open ? 'info' : 'neutral'}>{t(`errands.state.${errand.state}`)}</Badge>
          <time dateTime={errand.createdAt}>{fullMoment(errand.createdAt)}</time>
        </div>
        {fields.length === 0 ? (
          <p className="text-sm text-ink-2">{t('errands.no_fields')}</p>
        ) : (
          <dl className="divide-y rounded-sm border">
            {fields.map((it) => (
              <div key={it.name} className="grid gap-1 px-3 py-2.5 sm:grid-cols-[8.5rem_minmax(0,1fr)] sm:gap-4">
                <dt className="text-xs font-medium text-ink-2">{it.label}</dt>
                <dd className="text-sm whitespace-pre-line [overflow-wrap:anywhere]">{it.value}</dd>
              </div>
            ))}
          </dl>
        )}
        <dl className="grid gap-3 text-sm">
          {errand.agentId && (
            <div>
              <dt className="text-xs text-ink-3">{t('errands.by')}</dt>
              <dd>
                <Link to="/agents/$agentId" params={{ agentId: errand.agentId }} className={textLink}>
                  {agentName}
                </Link>
              </dd>
            </div>
          )}
          {errand.conversationId && (
            <div>
              <dt className="text-xs text-ink-3">{t('errands.conversation')}</dt>
              <dd>
                {call.data ? (
                  <Link to="/calls/$callId" params={{ callId: call.data.id }} className={textLink}>
                    {t('errands.call')}
                  </Link>
                ) : (
                  <code className="font-mono text-xs [overflow-wrap:anywhere] text-ink-2 select-all">{errand.conversationId}</code>
                )}
              </dd>
            </div>
          )}
        </dl>
        {errand.doneAt && (
          <p className="text-sm text-ink-2">{t('errands.done_by', { name: errand.doneBy ?? t('shell.somebody'), time: moment(errand.doneAt) })}</p>
        )}
      </div>
    </Drawer>
  )
}
