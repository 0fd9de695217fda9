import { useTranslation } from 'react-i18next'
import { Drawer } from '#ui/dialog.tsx'
import { SkeletonRows, Strip, Trouble } from '#ui/states.tsx'
import { CallFacts } from './call-facts.tsx'
import { CallOutcome } from './call-report.tsx'
import { CallStatus, goesOn } from './call-status.tsx'
import { CallTranscript } from './call-transcript.tsx'
import { useCall } from './use-call.ts'

/** One call beside the list: what came of it, what was said, and where it came from. */
export function CallDrawer({ callId, onClose }: { callId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { query, broken } = useCall(callId)
  const known = query.data
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={known ? t('calls.call_of', { agent: known.call.agentName }) : t('calls.title')}
      badge={known && <CallStatus call={known.call} />}
      page={known && { to: '/calls/$callId', params: { callId } }}
    >
      {query.error && !known ? (
        <Trouble fault={query.error} onRetry={() => void query.refetch()} />
      ) : !known ? (
        <SkeletonRows rows={5} className="h-12 !px-0" />
      ) : (
        <div className="grid gap-5">
          {goesOn(known.call) && broken && (
            <Strip tone="warn" role="status">
              {t('phone.broken')}
            </Strip>
          )}
          {known.report && <CallOutcome report={known.report} />}
          <div {...(goesOn(known.call) && { role: 'log', 'aria-live': 'polite', 'aria-label': t('calls.transcript') })}>
            <CallTranscript call={known.call} turns={known.turns} playingAtMs={undefined} onSeek={undefined} />
          </div>
          <CallFacts call={known.call} turns={known.turns} />
        </div>
      )}
    </Drawer>
  )
}
