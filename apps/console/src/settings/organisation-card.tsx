import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { TimeZoneSelect } from '#agent/time-zone-select.tsx'
import { spokenLanguages } from '#agents/spoken-languages.ts'
import { api, queryClient } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Settings, Spoken } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { useRevision } from '#api/use-revision.ts'
import { Button } from '#ui/button.tsx'
import { Field, Input, Select } from '#ui/field.tsx'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Skeleton, Trouble } from '#ui/states.tsx'
import { Switch } from '#ui/switch.tsx'
import { tell } from '#ui/toast.tsx'
import { CountrySelect } from './country-select.tsx'

type Stored = { settings: Settings; revision: number }

/** The choices of the organisation. */
export function OrganisationCard() {
  const stored = useQuery({ queryKey: ['settings'], queryFn: () => api.workspace.getSettings({}) })
  if (stored.error && !stored.data) return <Trouble fault={stored.error} onRetry={() => void stored.refetch()} />
  if (!stored.data) return <Skeleton className="h-96" />
  return <OrganisationForm stored={stored.data} />
}

function OrganisationForm({ stored: { settings, revision } }: { stored: Stored }) {
  const upon = useRevision(revision, () => api.workspace.getSettings({}))
  const { t } = useTranslation()
  const mayWrite = useMay('workspace:write')
  const [record, setRecord] = useState(settings.recordBrowserCalls)
  const form = useForm({
    initial: {
      organisationName: settings.organisationName,
      timeZone: settings.timeZone,
      defaultLanguage: settings.defaultLanguage as string,
      country: settings.country,
      crawlMaxPages: String(settings.crawlMaxPages),
    },
    check: (it) => {
      const pages = Number(it.crawlMaxPages)
      return {
        ...(!it.organisationName.trim() && { organisationName: t('settings.needed') }),
        ...(!(Number.isInteger(pages) && pages >= 1 && pages <= 500) && { crawlMaxPages: t('settings.crawl_pages_wrong') }),
      }
    },
    send: ({ crawlMaxPages, defaultLanguage, organisationName, ...rest }) => {
      const change = {
        ...rest,
        organisationName: organisationName.trim(),
        defaultLanguage: defaultLanguage as Spoken,
        crawlMaxPages: Number(crawlMaxPages),
        recordBrowserCalls: record,
      }
      return upon((known) => api.workspace.updateSettings({ revision: known, settings: change }))
    },
    onDone: (saved) => {
      queryClient.setQueryData(['settings'], saved)
      void queryClient.invalidateQueries({ queryKey: ['me'] })
      tell(t('settings.saved'))
    },
  })
  return (
    <Card>
      <CardHead title={t('settings.organisation')} />
      <form noValidate onSubmit={form.onSubmit}>
        <LeaveGuard isUnsaved={form.isUnsaved} />
        <fieldset disabled={!mayWrite} className="grid gap-4 px-5 pb-5 sm:grid-cols-2">
          <legend className="sr-only">{t('settings.organisation')}</legend>
          <Field label={t('settings.organisation_name')} error={form.errors.organisationName} className="sm:col-span-2">
            {(named) => <Input {...named} {...form.bind('organisationName')} maxLength={80} />}
          </Field>
          <Field label={t('settings.time_zone')} error={form.errors.timeZone}>
            {(named) => <TimeZoneSelect {...named} name="timeZone" value={form.values.timeZone} onChange={(timeZone) => form.set({ timeZone })} />}
          </Field>
          <Field label={t('settings.country')} help={t('settings.country_help')} error={form.errors.country}>
            {(named) => <CountrySelect {...named} name="country" value={form.values.country} onChange={(country) => form.set({ country })} />}
          </Field>
          <Field label={t('settings.default_language')}>
            {(named) => (
              <Select {...named} {...form.bind('defaultLanguage')}>
                {spokenLanguages.map((it) => (
                  <option key={it} value={it}>
                    {t(`spoken.${it}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('settings.crawl_pages')} help={t('settings.crawl_pages_help')} error={form.errors.crawlMaxPages}>
            {(named) => <Input {...named} {...form.bind('crawlMaxPages')} inputMode="numeric" maxLength={3} />}
          </Field>
          <div className="border-t pt-4 sm:col-span-2">
            <Switch label={t('settings.record')} help={t('settings.record_help')} checked={record} onChange={setRecord} disabled={!mayWrite} />
          </div>
          <div className="grid gap-3 sm:col-span-2">
            <FormTrouble trouble={form.general} />
            <Button type="submit" look="primary" busy={form.busy} className="justify-self-end">
              {t('act.save')}
            </Button>
          </div>
        </fieldset>
      </form>
    </Card>
  )
}
