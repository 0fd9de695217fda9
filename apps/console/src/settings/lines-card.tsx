import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api, queryClient } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { CallSettings } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { Field, Input, Select } from '#ui/field.tsx'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Radios } from '#ui/radios.tsx'
import { Skeleton, Trouble } from '#ui/states.tsx'
import { tell } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { CountrySelect, countryNames } from './country-select.tsx'

type Today = { minutes: number; callsNow: number }
type Consent = CallSettings['recordingConsent']
const consents = ['announce', 'ask', 'never'] as const
const mostCalls = 10_000
const mostMinutes = 1_000_000

const settingsQuery = { queryKey: ['call-settings'], queryFn: () => api.calls.getCallSettings({}) }

/** What an organisation allows on its telephone lines: limits, countries, consent, and how long things are kept. */
export function LinesCard() {
  const stored = useQuery(settingsQuery)
  if (stored.error && !stored.data) return <Trouble fault={stored.error} onRetry={() => void stored.refetch()} />
  if (!stored.data) return <Skeleton className="h-96" />
  return (
    <>
      <TodayCard settings={stored.data.settings} today={stored.data.today} />
      <LinesForm settings={stored.data.settings} />
    </>
  )
}

function TodayCard({ settings, today }: { settings: CallSettings; today: Today }) {
  const { t } = useTranslation()
  const meters = [
    {
      words: t('lines.minutes_of', { used: number(Math.ceil(today.minutes)), most: number(settings.minutesADay) }),
      now: today.minutes,
      most: settings.minutesADay,
    },
    { words: t('lines.calls_now_of', { now: number(today.callsNow), most: number(settings.callsAtOnce) }), now: today.callsNow, most: settings.callsAtOnce },
  ]
  return (
    <Card>
      <CardHead title={t('lines.today')} help={t('lines.help')} />
      <div className="grid gap-x-8 gap-y-3 px-5 pb-5 sm:grid-cols-2">
        {meters.map(({ words, now, most }) => {
          const share = most === 0 ? 1 : Math.min(1, now / most)
          return (
            <div key={words} className="grid gap-1.5 text-sm">
              <span className="tabular-nums">{words}</span>
              <div
                role="meter"
                aria-label={words}
                aria-valuenow={now}
                aria-valuemin={0}
                aria-valuemax={Math.max(most, now)}
                className="h-1.5 overflow-hidden rounded-full bg-hover"
              >
                <div
                  className={share >= 1 ? 'h-full rounded-full bg-bad' : share >= 0.8 ? 'h-full rounded-full bg-warn' : 'h-full rounded-full bg-brand'}
                  style={{ width: `${share * 100}%` }}
                />
              </div>
            </div>
          )
        })}
      </div>
    </Card>
  )
}

function LinesForm({ settings }: { settings: CallSettings }) {
  const { t } = useTranslation()
  const mayConfigure = useMay('calls:configure')
  const [countries, setCountries] = useState(settings.countries)
  const [consent, setConsent] = useState<Consent>(settings.recordingConsent)
  const [byCountry, setByCountry] = useState<Readonly<Record<string, Consent>>>(settings.consentByCountry)
  const shown = (days: number | null) => days?.toString() ?? ''
  const whole = (typed: string, from: number, most: number) => /^\d{1,7}$/.test(typed.trim()) && Number(typed) >= from && Number(typed) <= most
  const days = (typed: string) => (typed.trim() ? Number(typed) : null)
  const form = useForm({
    initial: {
      callsAtOnce: String(settings.callsAtOnce),
      minutesADay: String(settings.minutesADay),
      keepRecordingsDays: shown(settings.keepRecordingsDays),
      keepTranscriptsDays: shown(settings.keepTranscriptsDays),
    },
    check: (it) => ({
      ...(!whole(it.callsAtOnce, 0, mostCalls) && { callsAtOnce: t('lines.number_wrong', { most: number(mostCalls) }) }),
      ...(!whole(it.minutesADay, 0, mostMinutes) && { minutesADay: t('lines.number_wrong', { most: number(mostMinutes) }) }),
      ...(['keepRecordingsDays', 'keepTranscriptsDays'] as const).reduce(
        (wrong, name) => (it[name].trim() && !whole(it[name], 1, 3650) ? { ...wrong, [name]: t('lines.days_wrong') } : wrong),
        {},
      ),
    }),
    send: (it) =>
      api.calls.updateCallSettings({
        settings: {
          callsAtOnce: Number(it.callsAtOnce),
          minutesADay: Number(it.minutesADay),
          keepRecordingsDays: days(it.keepRecordingsDays),
          keepTranscriptsDays: days(it.keepTranscriptsDays),
          countries,
          recordingConsent: consent,
          consentByCountry: byCountry,
        },
      }),
    onDone: async () => {
      await queryClient.invalidateQueries({ queryKey: settingsQuery.queryKey })
      tell(t('lines.saved'))
    },
  })
  const numeric = { inputMode: 'numeric', maxLength: 7, autoComplete: 'off' } as const
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <LeaveGuard isUnsaved={form.isUnsaved} />
      <fieldset disabled={!mayConfigure} className="grid min-w-0 gap-4">
        <legend className="sr-only">{t('lines.title')}</legend>
        <Card>
          <CardHead title={t('lines.limits')} help={t('lines.limits_help')} />
          <div className="grid gap-4 px-5 pb-5 sm:grid-cols-2">
            <Field label={t('lines.at_once')} help={t('lines.at_once_help')} error={form.errors.callsAtOnce}>
              {(named) => <Input {...named} {...form.bind('callsAtOnce')} {...numeric} />}
            </Field>
            <Field label={t('lines.minutes')} help={t('lines.minutes_help')} error={form.errors.minutesADay}>
              {(named) => <Input {...named} {...form.bind('minutesADay')} {...numeric} />}
            </Field>
          </div>
        </Card>
        <Card>
          <CardHead title={t('lines.allowed')} help={t('lines.allowed_help')} />
          <Allowed countries={countries} onChange={setCountries} disabled={!mayConfigure} />
        </Card>
        <Card>
          <CardHead title={t('lines.consent')} />
          <div className="grid grid-cols-1 gap-5 px-5 pb-5">
            <Radios
              label={<span className="sr-only">{t('lines.consent')}</span>}
              value={consent}
              options={consents.map((value) => ({ value, label: t(`lines.consent_is.${value}`), help: t(`lines.consent_help.${value}`) }))}
              onChange={setConsent}
            />
            <ByCountry rules={byCountry} onChange={setByCountry} />
          </div>
        </Card>
        <Card>
          <CardHead title={t('lines.keep')} help={t('lines.keep_help')} />
          <div className="grid gap-4 px-5 pb-5 sm:grid-cols-2">
            {(['keepRecordingsDays', 'keepTranscriptsDays'] as const).map((name) => (
              <Field key={name} label={t(name === 'keepRecordingsDays' ? 'lines.keep_recordings' : 'lines.keep_transcripts')} error={form.errors[name]}>
                {(named) => <Input {...named} {...form.bind(name)} {...numeric} />}
              </Field>
            ))}
          </div>
        </Card>
        <FormTrouble trouble={form.general} />
        <Button type="submit" look="primary" busy={form.busy} className="justify-self-end">
          {t('act.save')}
        </Button>
      </fieldset>
    </form>
  )
}

function Allowed({ countries, onChange, disabled }: { countries: readonly string[]; onChange: (countries: string[]) => void; disabled: boolean }) {
  const { t } = useTranslation()
  const names = countryNames()
  return (
    <div className="grid gap-3 px-5 pb-5">
      {countries.length === 0 ? (
        <p className="text-sm text-warn">{t('lines.allowed_none')}</p>
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {countries.map((code) => (
            <li key={code} className="flex h-7 items-center gap-1 rounded-full border bg-sunken pr-1 pl-3 text-sm coarse:h-11">
              {names.of(code) ?? code}
              {!disabled && (
                <button
                  type="button"
                  aria-label={t('lines.allowed_remove', { country: names.of(code) ?? code })}
                  onClick={() => onChange(countries.filter((it) => it !== code))}
                  className="flex size-6 items-center justify-center rounded-full text-ink-3 hover:bg-hover hover:text-ink coarse:size-10"
                >
                  <X aria-hidden className="size-3.5" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Field label={t('lines.allowed_add')} className="max-w-72">
        {(named) => <CountrySelect {...named} value="" onChange={(code) => code && onChange([...new Set([...countries, code])])} />}
      </Field>
    </div>
  )
}

function ByCountry({ rules, onChange }: { rules: Readonly<Record<string, Consent>>; onChange: (rules: Record<string, Consent>) => void }) {
  const { t } = useTranslation()
  const names = countryNames()
  return (
    <div className="grid grid-cols-1 gap-3 border-t pt-4">
      {Object.entries(rules).map(([code, rule]) => {
        const country = names.of(code) ?? code
        return (
          <div key={code} className="flex items-center gap-3 text-sm">
            <span className="min-w-0 flex-1 truncate">{country}</span>
            <Select
              small
              aria-label={t('lines.consent_of', { country })}
              value={rule}
              onChange={(event) => onChange({ ...rules, [code]: event.target.value as Consent })}
              className="min-w-0 !w-auto max-w-56"
            >
              {consents.map((it) => (
                <option key={it} value={it}>
                  {t(`lines.consent_is.${it}`)}
                </option>
              ))}
            </Select>
            <Button
              look="ghost"
              size="icon"
              aria-label={t('lines.consent_remove', { country })}
              onClick={() => onChange(Object.fromEntries(Object.entries(rules).filter(([it]) => it !== code)))}
            >
              <X aria-hidden />
            </Button>
          </div>
        )
      })}
      <Field label={t('lines.consent_by_country')} help={t('lines.consent_by_country_help')} className="max-w-72">
        {(named) => <CountrySelect {...named} value="" onChange={(code) => code && onChange({ ...rules, [code]: rules[code] ?? 'ask' })} />}
      </Field>
    </div>
  )
}
