import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { textLink } from '#account/account-card.tsx'
import type { Call, CallTurn } from '#api/shapes.ts'
import { Fact, Facts } from '#ui/facts.tsx'
import { fullMoment, length, number } from '#words/figures.ts'
import { LatencyLegend } from './latency-bar.tsx'

/** What is known of a call besides its words. */
export function CallFacts({ call, turns }: { call: Call; turns: readonly CallTurn[] }) {
  const { t } = useTranslation()
  const facts: [string, ReactNode][] = [
    [
      t('phone.channel_label'),
      <>
        {t(`phone.channel.${call.channel}`)}
        {call.channel === 'phone' && ` · ${t(`phone.direction.${call.direction}`)}`}
      </>,
    ],
    ...(call.from ? [[t('phone.from'), <span className="tabular-nums">{call.from}</span>] as [string, ReactNode]] : []),
    ...(call.to ? [[t('phone.to'), <span className="tabular-nums">{call.to}</span>] as [string, ReactNode]] : []),
    [t('calls.started'), <time dateTime={call.startedAt}>{fullMoment(call.startedAt)}</time>],
    [t('calls.duration'), call.durationMs === null ? '–' : length(call.durationMs)],
    [t('calls.turns'), number(call.turnCount)],
    ...(call.answeredBy ? [[t('phone.answered_by_label'), t(`phone.answered_by.${call.answeredBy}`)] as [string, ReactNode]] : []),
    ...(call.endedBy ? [[t('phone.ended_by_label'), t(`phone.ended_by.${call.endedBy}`)] as [string, ReactNode]] : []),
    ...(call.channel === 'phone' ? [[t('phone.consent_label'), t(`phone.consent.${call.recordingConsent}`)] as [string, ReactNode]] : []),
    ...(call.channel === 'phone' && call.direction === 'inbound' ? [] : [[t('calls.started_by'), call.startedBy] as [string, ReactNode]]),
    [
      t('calls.agent'),
      <Link to="/agents/$agentId" params={{ agentId: call.agentId }} className={textLink}>
        {call.agentName} {call.version === null ? `(${t('calls.draft')})` : t('calls.version', { version: call.version })}
      </Link>,
    ],
  ]
  return (
    <div className="grid content-start gap-5 @4xl:border-l @4xl:pl-6">
      <Facts className="max-@4xl:grid-cols-2">
        {facts.map(([label, value]) => (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ))}
      </Facts>
      {turns.some((it) => it.latency) && <LatencyLegend />}
    </div>
  )
}
