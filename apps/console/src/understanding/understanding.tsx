import { useQuery } from '@tanstack/react-query'
import { ScanText } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TimeZoneSelect } from '#agent/time-zone-select.tsx'
import { api } from '#api/client.ts'
import { Field, Input, TextArea } from '#ui/field.tsx'
import { Card, Page } from '#ui/page.tsx'
import { Empty, Skeleton, Trouble } from '#ui/states.tsx'
import { examples } from './examples.ts'
import { instantOf } from './instant-of.ts'
import { Meaning } from './meaning.tsx'

const settleMs = 250
const longest = 10_000

/** A place to try what agents understand: nothing is kept and nobody hears it. */
export function UnderstandingPage() {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [zone, setZone] = useState<string>()
  const [moment, setMoment] = useState('')
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => api.workspace.getSettings({}) })
  const asked = useSettled(typed)
  const text = asked.slice(0, longest)
  const country = settings.data?.settings.country
  const where = zone ?? settings.data?.settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const reference = moment && instantOf(moment, where)
  const said = text.trim() !== '' && typed.trim() !== ''
  const { data, error, refetch } = useQuery({
    queryKey: ['understanding', text, where, country, reference],
    queryFn: async ({ signal }) => {
      const meaning = await api.brain.understand({ text, zone: where, ...(country && { country }), ...(reference && { reference }) }, { signal })
      return { text, meaning }
    },
    enabled: said && !settings.isPending,
    placeholderData: (before) => before,
    // What "tomorrow" means changes while the page stands open.
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Page title={t('understanding.title')}>
      <div className="mx-auto grid max-w-225 gap-4">
        <Card className="grid gap-3 p-5">
          <Field label={t('understanding.input')} help={t('understanding.help')} {...(typed.length > longest && { error: t('understanding.too_long') })}>
            {(named) => (
              <TextArea
                {...named}
                autoFocus
                dir="auto"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                placeholder={t('understanding.input_hint')}
                className="max-h-60"
              />
            )}
          </Field>
          <div role="group" aria-label={t('understanding.examples')} className="flex flex-wrap gap-1.5">
            {examples.map((it) => (
              <button
                key={it.text}
                type="button"
                lang={it.lang}
                onClick={() => setTyped(it.text)}
                className="min-h-7 max-w-full rounded-full border bg-surface px-3 py-1 text-left text-xs text-ink-2 hover:bg-hover hover:text-ink coarse:min-h-11"
              >
                {it.text}
              </button>
            ))}
          </div>
          <details>
            <summary className="w-fit rounded-xs text-sm text-ink-2 hover:text-ink">{t('understanding.options')}</summary>
            <div className="grid gap-3 pt-3 sm:grid-cols-2">
              <Field label={t('understanding.zone')} help={t('understanding.options_help')}>
                {(named) => <TimeZoneSelect {...named} value={where} onChange={setZone} />}
              </Field>
              <Field label={t('understanding.moment')} help={t('understanding.moment_help')}>
                {(named) => <Input {...named} type="datetime-local" value={moment} onChange={(event) => setMoment(event.target.value)} />}
              </Field>
            </div>
          </details>
        </Card>
        <div aria-live="polite">
          {!said && typed.trim() === '' ? (
            <Empty icon={ScanText} title={t('understanding.empty')} body={t('understanding.empty_body')} />
          ) : error ? (
            <Trouble fault={error} onRetry={() => void refetch()} />
          ) : data ? (
            <Meaning text={data.text} meaning={data.meaning} />
          ) : (
            <Skeleton className="h-60" />
          )}
        </div>
      </div>
    </Page>
  )
}

/** What was typed once nothing more is typed for a moment. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), settleMs)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
