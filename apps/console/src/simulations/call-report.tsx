import clsx from 'clsx'
import { Check, ChevronDown, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Agent, SimulatedCall } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { criterionWords } from './criterion-words.ts'
import { isMoreThanWords, moveWords } from './move-words.ts'
import { htmlLanguage } from '#words/html-language.ts'

/** One simulated call: what was checked, failures first, and what both said. */
export function CallReport({ call, agent, times, open }: { call: SimulatedCall; agent: Agent; times: number; open: boolean }) {
  const { t } = useTranslation()
  const checks = call.checks.toSorted((a, b) => Number(a.passed) - Number(b.passed))
  // What was found is the server's own English; a check that holds says all by itself.
  const firstFailed = checks.find((it) => !it.passed)
  return (
    <details open={open} className="group">
      <summary className="flex min-h-11 items-center gap-3 px-5 py-2.5 hover:bg-hover focus-visible:-outline-offset-2">
        <Badge tone={call.passed ? 'ok' : 'bad'}>
          {call.passed ? <Check aria-hidden /> : <X aria-hidden />}
          {t(`simulations.verdict.${call.passed ? 'passed' : 'failed'}`)}
        </Badge>
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm font-medium">{call.scenarioName}</span>
          {firstFailed && <span className="block truncate text-xs text-bad group-open:hidden">{firstFailed.sentence}</span>}
        </span>
        {times > 1 && <span className="text-xs text-ink-3 tabular-nums">{t('simulations.attempt', { number: call.attempt + 1 })}</span>}
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3 transition-[rotate] duration-100 group-open:rotate-180" />
      </summary>
      <div className="grid gap-4 px-5 pt-1 pb-5">
        <ul className="grid gap-1.5">
          {checks.map((it, i) => (
            <li key={i} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-2 text-sm">
              {it.passed ? <Check aria-hidden className="mt-0.5 size-4 text-ok" /> : <X aria-hidden className="mt-0.5 size-4 text-bad" />}
              <span className="[overflow-wrap:anywhere]">
                <span className="sr-only">{t(`simulations.verdict.${it.passed ? 'passed' : 'failed'}`)}: </span>
                {criterionWords(t, it.criterion, agent.draft)}
                {it.sentence && !it.passed && <span className="block text-xs text-bad">{it.sentence}</span>}
              </span>
            </li>
          ))}
        </ul>
        <ol aria-label={t('simulations.transcript')} className="grid gap-3 rounded-md bg-sunken p-3 sm:p-4">
          {call.turns.map((turn, i) => {
            const byAgent = turn.speaker === 'agent'
            const titles = [...new Set(turn.sources.map((it) => it.title))].slice(0, 3).join(', ')
            return (
              <li key={i} className={clsx('grid max-w-[85%] gap-0.5', !byAgent && 'justify-self-end text-right')}>
                <span className={clsx('text-xs font-medium', byAgent ? 'text-agent' : 'text-ink-2')}>{byAgent ? agent.name : t('calls.caller')}</span>
                <p
                  lang={turn.language ? htmlLanguage[turn.language] : undefined}
                  className={clsx(
                    'rounded-md border px-3 py-2 text-left text-sm whitespace-pre-line [overflow-wrap:anywhere]',
                    byAgent ? 'justify-self-start bg-surface' : 'justify-self-end bg-selected',
                  )}
                >
                  {turn.text}
                </p>
                {byAgent && (
                  <span className="flex flex-wrap gap-x-2 text-xs text-ink-3">
                    {isMoreThanWords(turn.move) && <span className="font-medium text-ink-2">{moveWords(t, turn.move, agent.draft)}</span>}
                    {turn.refused && <span>{t('calls.refused')}</span>}
                    {titles && <span>{t('simulations.sources', { titles })}</span>}
                  </span>
                )}
              </li>
            )
          })}
        </ol>
      </div>
    </details>
  )
}
