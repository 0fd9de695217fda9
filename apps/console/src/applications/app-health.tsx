import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowRight, RefreshCw } from 'lucide-react'
import clsx from 'clsx'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { App, ProbeAnswer } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { fullMoment, moment, wait } from '#words/figures.ts'
import { appsChanged, versionsQuery } from './app-queries.ts'
import { HealthBadge } from './health-badge.tsx'

const shownAnswers = 60

/** How the versions in use answered their health questions, and when they began to do better or worse. */
export function AppHealth({ app, mayWrite }: { app: App; mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const appId = app.id
  const versions = useQuery(versionsQuery(appId))
  const answers = useQuery({
    queryKey: ['app', appId, 'probes'],
    queryFn: () => api.apps.listProbes({ appId, limit: 200 }),
  })
  const changes = useQuery({ queryKey: ['app', appId, 'changes'], queryFn: () => api.apps.listHealthChanges({ appId, limit: 50 }) })
  const ask = useMutation({
    mutationFn: () => api.apps.probeApp({ appId }),
    onSuccess: ({ items }) => tell(t('applications.asked', { count: items.length })),
    onSettled: appsChanged,
    onError: (fault) => tellTrouble(words(fault)),
  })
  const used = versions.data?.filter((it) => it.role !== 'idle') ?? []
  const error = answers.error ?? changes.error
  return (
    <>
      <Card>
        <CardHead
          title={t('applications.health_answers')}
          help={t('applications.probe_help')}
          action={
            mayWrite && (
              <Button busy={ask.isPending} onClick={() => ask.mutate()}>
                <RefreshCw aria-hidden />
                {t('applications.ask_now')}
              </Button>
            )
          }
        />
        {error && (!answers.data || !changes.data) ? (
          <Trouble fault={error} onRetry={() => void Promise.all([answers.refetch(), changes.refetch()])} />
        ) : !answers.data || !versions.data ? (
          <SkeletonRows rows={2} />
        ) : answers.data.items.length === 0 ? (
          <p className="border-t px-5 py-4 text-sm text-ink-2">{t('applications.health_empty')}</p>
        ) : (
          <ul className="divide-y border-t">
            {used.map((it) => (
              <li key={it.id} className="grid gap-2 px-5 py-3">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <h3 className="text-sm font-medium">{it.name}</h3>
                  <HealthBadge health={it.health} since={it.healthSince} />
                </div>
                <Answers answers={answers.data.items.filter((answer) => answer.versionId === it.id).slice(0, shownAnswers)} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card>
        <CardHead title={t('applications.health_changes')} />
        {!changes.data ? (
          <SkeletonRows rows={2} />
        ) : changes.data.items.length === 0 ? (
          <p className="border-t px-5 py-4 text-sm text-ink-2">{t('applications.health_changes_empty')}</p>
        ) : (
          <ul className="divide-y border-t">
            {changes.data.items.map((it) => (
              <li key={it.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5 text-sm">
                <time dateTime={it.at} title={fullMoment(it.at)} className="w-28 text-ink-2 tabular-nums">
                  {moment(it.at)}
                </time>
                <span className="font-medium">{it.versionName}</span>
                <span className="inline-flex items-center gap-1.5">
                  <HealthBadge health={it.from} />
                  <ArrowRight aria-hidden className="size-3.5 text-ink-3" />
                  <HealthBadge health={it.to} />
                </span>
                {it.trouble && <span className="text-ink-2">{it.trouble}</span>}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}

/** Answers as bars, oldest first: their height is the time they took. */
function Answers({ answers }: { answers: readonly ProbeAnswer[] }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...answers.map((it) => it.tookMs))
  const latest = answers[0]
  return (
    <div>
      <div role="img" aria-label={t('applications.health_answers')} className="flex h-10 items-end gap-0.5">
        {answers.toReversed().map((it) => (
          <span
            key={it.id}
            title={`${fullMoment(it.at)}\n${it.trouble ?? it.status ?? ''} · ${wait(it.tookMs)}`}
            className={clsx('min-h-1 max-w-2 min-w-0.5 flex-1 rounded-t-xs', it.ok ? 'bg-ok' : 'bg-bad')}
            style={{ height: `${Math.max(10, (it.tookMs / most) * 100)}%` }}
          />
        ))}
      </div>
      {latest && (
        <p className={clsx('pt-1 text-xs', latest.ok ? 'text-ink-3' : 'text-bad')}>
          {moment(latest.at)} · {latest.trouble ?? t('applications.status', { status: latest.status ?? '–', time: wait(latest.tookMs) })}
        </p>
      )}
    </div>
  )
}
