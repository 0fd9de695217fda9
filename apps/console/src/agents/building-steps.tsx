import clsx from 'clsx'
import { Check, LoaderCircle, Minus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Creation, CreationSentence, CreationStep } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { clock, wait } from '#words/figures.ts'
import { useStepSentence } from './step-sentence.ts'

/** The five steps with what happens in each, as it happens. */
export function BuildingSteps({
  creation,
  onRetry,
  retrying,
}: {
  creation: Creation
  onRetry: ((step: CreationStep['name']) => void) | undefined
  retrying: boolean
}) {
  const { t } = useTranslation()
  const sentenceOf = useStepSentence(creation)
  const current = creation.steps.find((it) => it.status === 'running')
  return (
    <>
      <ol className="grid">
        {creation.steps.map((step, i) => (
          <li key={step.name} aria-current={step.status === 'running' ? 'step' : undefined} className="relative flex gap-3 pb-5 last:pb-0">
            {i < creation.steps.length - 1 && <span aria-hidden className="absolute top-7 bottom-1 left-3 w-px bg-line" />}
            <Mark status={step.status} number={i + 1} />
            <div className="min-w-0 flex-1 pt-0.5">
              <div className="flex items-baseline gap-2">
                <h2 className={clsx('flex-1 text-sm font-medium', (step.status === 'waiting' || step.status === 'skipped') && 'text-ink-3')}>
                  {t(`building.step.${step.name}`)}
                  <span className="sr-only">: {t(`building.step_status.${step.status}`)}</span>
                </h2>
                {step.startedAt && step.endedAt && (
                  <span className="text-xs text-ink-3 tabular-nums">{wait(Date.parse(step.endedAt) - Date.parse(step.startedAt))}</span>
                )}
              </div>
              {sentenceOf(step) && (
                <p className={clsx('text-sm [overflow-wrap:anywhere]', step.status === 'failed' ? 'text-bad' : 'text-ink-2')}>{sentenceOf(step)}</p>
              )}
              {step.status === 'running' && step.of !== null && step.of > 0 && (
                <div
                  role="progressbar"
                  aria-label={t(`building.step.${step.name}`)}
                  aria-valuemin={0}
                  aria-valuemax={step.of}
                  aria-valuenow={step.done ?? 0}
                  className="mt-2 h-1 overflow-hidden rounded-full bg-hover"
                >
                  <div
                    className="h-full rounded-full bg-brand transition-[width] duration-200"
                    style={{ width: `${Math.min(100, (100 * (step.done ?? 0)) / step.of)}%` }}
                  />
                </div>
              )}
              {step.status === 'failed' && onRetry && (
                <Button
                  className="mt-2"
                  size="small"
                  busy={retrying}
                  onClick={() => onRetry(step.name)}
                  aria-label={`${t('act.retry')}: ${t(`building.step.${step.name}`)}`}
                >
                  {t('act.retry')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {/* Only the step is announced; every page would be noise. */}
      <p role="status" className="sr-only">
        {current ? t(`building.step.${current.name}`) : t(`building.status.${creation.status}`)}
      </p>
    </>
  )
}

function Mark({ status, number }: { status: CreationStep['status']; number: number }) {
  const looks = {
    waiting: 'border text-ink-3',
    running: 'border border-brand text-brand-text',
    done: 'bg-ok-bg text-ok',
    skipped: 'bg-sunken text-ink-3',
    failed: 'bg-bad-bg text-bad',
  }
  const Icon = { waiting: undefined, running: LoaderCircle, done: Check, skipped: Minus, failed: X }[status]
  return (
    <span aria-hidden className={clsx('flex size-6 shrink-0 items-center justify-center rounded-full text-xs tabular-nums', looks[status])}>
      {Icon ? <Icon className={clsx('size-3.5', status === 'running' && 'animate-spin')} /> : number}
    </span>
  )
}

/** Every sentence heard, newest last, for those who want to look closely. */
export function BuildingLog({ said }: { said: readonly CreationSentence[] }) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [said.length])
  return (
    <details className="group rounded-lg border bg-surface">
      <summary className="px-5 py-3 text-sm font-medium">{t('building.log')}</summary>
      <ol ref={list} tabIndex={0} className="max-h-72 overflow-y-auto border-t bg-sunken px-5 py-3 font-mono text-xs text-ink-2">
        {said.map((it) => (
          <li key={it.number} className="flex gap-3 py-0.5">
            <span className="shrink-0 text-ink-3">{clock(it.at)}</span>
            <span className="min-w-0 [overflow-wrap:anywhere]">{it.sentence}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
