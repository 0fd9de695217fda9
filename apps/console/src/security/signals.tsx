import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { SearchX, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Signal } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { moment, number } from '#words/figures.ts'
import { SignalDrawer } from './signal-drawer.tsx'

const states = ['open', 'acknowledged', 'closed'] as const
const kinds = [
  'suspicious_sign_in',
  'reported_sign_in',
  'account_attacked',
  'passkey_copied',
  'impersonation',
  'protection_lowered',
  'mass_removal',
  'operator_changed',
] as const
const tones = { low: 'neutral', medium: 'warn', high: 'bad' } as const
const stateTones = { open: 'warn', acknowledged: 'info', closed: 'ok' } as const

/** What in the acts of the organisation a person should look at. */
export function Signals() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/security' })
  const search = useSearch({ from: '/shell/security' })
  const mayWrite = useMay('audit:write')
  const [open, setOpen] = useState<Signal>()
  const state = states.find((it) => it === search.state)
  const kind = kinds.find((it) => it === search.kind)
  const signals = useInfiniteQuery({
    queryKey: ['signals', state, kind],
    queryFn: ({ pageParam }) => api.audit.listSignals({ limit: 50, ...(state && { state }), ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  })
  const narrow = (change: { state?: string | undefined; kind?: string | undefined }) =>
    void navigate({
      search: (before: Record<string, string | undefined>) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)),
      replace: true,
    })
  const shown = signals.data?.pages.flatMap((it) => it.items)
  return (
    <>
      <FilterBar
        choices={[
          {
            label: t('security.state'),
            value: state ?? '',
            options: [{ value: '', label: t('security.any_state') }, ...states.map((it) => ({ value: it, label: t(`security.signal_state.${it}`) }))],
            onChange: (it) => narrow({ state: it }),
          },
          {
            label: t('security.kind'),
            value: kind ?? '',
            options: [{ value: '', label: t('security.any_kind') }, ...kinds.map((it) => ({ value: it, label: t(`security.signal.${it}`) }))],
            onChange: (it) => narrow({ kind: it }),
          },
        ]}
        count={shown && number(shown.length)}
      />
      {signals.error && !shown ? (
        <Trouble fault={signals.error} onRetry={() => void signals.refetch()} />
      ) : !shown ? (
        <SkeletonRows />
      ) : shown.length === 0 ? (
        state || kind ? (
          <Empty icon={SearchX} title={t('security.signals_none_match')} body={t('security.signals_none_match_body')}>
            <Button onClick={() => narrow({ state: undefined, kind: undefined })}>{t('act.clear_filter')}</Button>
          </Empty>
        ) : (
          <Empty icon={ShieldCheck} title={t('security.signals_none')} body={t('security.signals_none_body')} />
        )
      ) : (
        <ul className="divide-y border-y">
          {shown.map((it) => (
            <li key={it.id}>
              <button
                type="button"
                onClick={() => setOpen(it)}
                className="flex min-h-14 w-full flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2 lg:px-6"
              >
                <span className="min-w-48 flex-1">
                  <span className="block font-medium">
                    {t(`security.signal.${it.kind}`)}
                    {it.count > 1 && <span className="font-normal text-ink-3"> × {number(it.count)}</span>}
                  </span>
                  <span className="block text-xs text-ink-3">{[it.subjectName, moment(it.lastAt)].filter(Boolean).join(' · ')}</span>
                </span>
                <Badge tone={tones[it.severity]}>{t(`security.severity.${it.severity}`)}</Badge>
                <Badge tone={stateTones[it.state]}>{t(`security.signal_state.${it.state}`)}</Badge>
              </button>
            </li>
          ))}
        </ul>
      )}
      {signals.hasNextPage && (
        <div className="px-4 py-3 lg:px-6">
          <Button busy={signals.isFetchingNextPage} onClick={() => void signals.fetchNextPage()}>
            {t('act.show_more')}
          </Button>
        </div>
      )}
      {open && <SignalDrawer signal={open} mayWrite={mayWrite} onChanged={setOpen} onClose={() => setOpen(undefined)} />}
    </>
  )
}
