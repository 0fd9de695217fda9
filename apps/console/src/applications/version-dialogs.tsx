import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import type { App, AppVersion } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Field, Input, TextArea } from '#ui/field.tsx'
import { Range } from '#ui/range.tsx'
import { tell } from '#ui/toast.tsx'
import { percent as shownPercent } from '#words/figures.ts'
import { appsChanged } from './app-queries.ts'

/** Registers a version that nobody reaches yet. */
export function VersionDialog({ appId, onClose }: { appId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initial: { name: '', url: '', notes: '' },
    check: (it) => ({
      ...(!it.name.trim() && { name: t('applications.name_missing') }),
      ...(!/^https?:\/\/\S+$/i.test(it.url.trim()) && { url: t('applications.address_missing') }),
    }),
    send: ({ name, url, notes }) => api.apps.registerVersion({ appId, name: name.trim(), url: url.trim(), notes: notes.trim() }),
    onDone: async ({ name }) => {
      onClose()
      tell(t('applications.version_added', { name }))
      await appsChanged()
    },
    faultAt: { 'apps.version_taken': 'name', 'apps.address_wrong': 'url', 'apps.address_private': 'url' },
  })
  return (
    <FormDialog
      form={form}
      title={t('applications.add_version')}
      description={t('applications.version_help')}
      action={t('applications.add_version')}
      onClose={onClose}
    >
      <Field label={t('applications.version_name')} error={form.errors.name}>
        {(named) => <Input {...named} {...form.bind('name')} maxLength={40} />}
      </Field>
      <Field label={t('applications.address')} error={form.errors.url} help={t('applications.address_help')}>
        {(named) => <Input {...named} {...form.bind('url')} type="url" placeholder="https://finder.example.com/v2" maxLength={500} spellCheck={false} />}
      </Field>
      <Field label={t('applications.notes')} optional={t('act.optional')} error={form.errors.notes}>
        {(named) => <TextArea {...named} {...form.bind('notes')} maxLength={1000} />}
      </Field>
    </FormDialog>
  )
}

/** Gives a version a share of the requests. */
export function ShareDialog({ app, version, onClose }: { app: App; version: AppVersion; onClose: () => void }) {
  const { t } = useTranslation()
  const [percent, setPercent] = useState(10)
  const form = useForm({
    initial: {},
    send: () => api.apps.shareTraffic({ appId: app.id, versionId: version.id, percent }),
    onDone: async () => {
      onClose()
      tell(t('applications.shared', { name: version.name, percent: shownPercent(percent / 100) }))
      await appsChanged()
    },
  })
  return (
    <FormDialog
      form={form}
      title={t('applications.share_title', { name: version.name })}
      description={t('applications.share_body', { active: app.active?.name ?? '–' })}
      action={t('act.save')}
      onClose={onClose}
    >
      <Range label={t('applications.percent')} value={percent} min={1} max={99} step={1} shown={(it) => shownPercent(it / 100)} onChange={setPercent} />
    </FormDialog>
  )
}
