import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '#api/save-file.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { number, wait } from '#words/figures.ts'
import { fileName } from './examples.ts'
import type { Operation } from './operations.ts'
import type { Outcome } from './send-request.ts'

const block = 'max-h-96 overflow-auto rounded-sm border bg-sunken px-3 py-2 font-mono text-xs'

/** What came back: status, time, request id, and the answer as JSON, events or bytes. */
export function RequestOutcome({ operation, outcome }: { operation: Operation; outcome: Outcome | 'unreachable' | undefined }) {
  const { t } = useTranslation()
  if (outcome === 'unreachable')
    return (
      <p role="alert" className="text-sm text-bad">
        {t('reference.unreachable')}
      </p>
    )
  return (
    <div className={outcome ? 'grid gap-2 border-t pt-3' : undefined}>
      <div role="status" className="flex flex-wrap items-center gap-2 text-xs text-ink-2 tabular-nums">
        {outcome && (
          <>
            <Badge tone={outcome.status < 300 ? 'ok' : outcome.status < 500 ? 'warn' : 'bad'} dot>
              {outcome.status}
            </Badge>
            {wait(outcome.tookMs)}
            {outcome.events && <span>{outcome.open ? t('reference.listening') : t('reference.events_ended')}</span>}
          </>
        )}
      </div>
      {outcome && <Answer operation={operation} outcome={outcome} />}
      {outcome?.requestId && (
        <div className="flex flex-wrap items-center gap-2">
          <CopyButton text={outcome.requestId} label={t('reference.request_id')} />
          <code className="font-mono text-xs text-ink-3 [overflow-wrap:anywhere]">{outcome.requestId}</code>
        </div>
      )}
    </div>
  )
}

function Answer({ operation, outcome }: { operation: Operation; outcome: Outcome }) {
  const { t } = useTranslation()
  const { text, events, bytes } = outcome
  const name = fileName(operation)
  return (
    <>
      {events && (
        <div role="log" aria-label={t('reference.result')} tabIndex={0} className={block}>
          {events.map((it, i) => (
            // Events only ever come after one another.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={i} className="border-b py-1.5 first:pt-0 last:border-0">
              <span className="text-ink-3">{t('reference.event', { number: i + 1 })}</span>
              <pre className="whitespace-pre-wrap [overflow-wrap:anywhere]">{it}</pre>
            </div>
          ))}
        </div>
      )}
      {text !== undefined &&
        (text === '' ? (
          <p className="text-sm text-ink-2">{t('reference.empty_answer')}</p>
        ) : (
          <pre tabIndex={0} role="region" aria-label={t('reference.result')} className={block}>
            {text}
          </pre>
        ))}
      {bytes && (
        <Button className="justify-self-start" onClick={() => saveFile(name, bytes.type, bytes)}>
          <Download aria-hidden />
          {t('reference.download', { name })} <span className="text-ink-3">{number(bytes.size / 1024, { maximumFractionDigits: 1 })} kB</span>
        </Button>
      )}
    </>
  )
}
