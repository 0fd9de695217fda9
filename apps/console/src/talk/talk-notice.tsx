import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import type { TalkTrouble, TalkView } from './talk-view.ts'

type Acts = { onListen: () => void; onRestart: () => void }

/** What is in the way, and how to get it out of the way. */
export function TalkNotice({ view, onListen, onRestart }: { view: TalkView } & Acts) {
  const { t } = useTranslation()
  if (view.line === 'broken')
    return (
      <Box title={t('talk.broken')} tone="warn">
        {t('talk.broken_help')}
      </Box>
    )
  if (view.line === 'lost')
    return (
      <Box title={t('talk.lost')} tone="bad" act={<Button onClick={onRestart}>{t('talk.again')}</Button>}>
        {view.trouble?.kind === 'server' ? view.trouble.sentence : t('talk.lost_help')}
      </Box>
    )
  if (!view.trouble)
    return view.microphone === 'on' && view.listenBy === 'none' && view.line === 'open' ? (
      <Box title={t('talk.deaf')} tone="warn">
        {t('talk.deaf_help')}
      </Box>
    ) : null
  const { trouble } = view
  if (trouble.kind === 'server')
    return (
      <Box title={trouble.sentence} tone="bad" act={trouble.traceId && <CopyButton text={trouble.traceId} label={t('state.copy_request_id')} />}>
        {t('talk.may_type')}
      </Box>
    )
  return (
    <Box title={t(`talk.trouble.${trouble.kind}`)} tone="warn" act={mayRetry(trouble) && <Button onClick={onListen}>{t('act.retry')}</Button>}>
      {t(`talk.trouble.${trouble.kind}_help`)}
    </Box>
  )
}

function mayRetry({ kind }: TalkTrouble): boolean {
  return kind !== 'insecure' && kind !== 'unsupported' && kind !== 'silent'
}

function Box({ title, tone, act, children }: { title: string; tone: 'warn' | 'bad'; act?: React.ReactNode; children: React.ReactNode }) {
  return (
    <div
      role="alert"
      className={`mx-4 mb-3 flex items-start gap-2.5 rounded-md px-3 py-2.5 text-sm ${tone === 'bad' ? 'bg-bad-bg text-bad' : 'bg-warn-bg text-warn'}`}
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        <div className="font-medium">{title}</div>
        <p className="text-xs">{children}</p>
      </div>
      {act}
    </div>
  )
}
