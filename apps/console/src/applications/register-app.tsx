import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import type { App } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { recordOfPairs, type SecretPair, SecretPairs } from '#tools/secret-pairs.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'
import { appsChanged } from './app-queries.ts'
import { probePath } from './probe-path.ts'
import { SigningSecret } from './signing-secret.tsx'

const slugShape = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)

/** Registers an application with its first version, and shows its signing secret this one time. */
export function RegisterApp({ onClose, onDone }: { onClose: () => void; onDone: (app: App) => void }) {
  const { t } = useTranslation()
  const [headers, setHeaders] = useState<SecretPair[]>([])
  const [made, setMade] = useState<{ app: App; signingSecret: string }>()
  const form = useForm({
    initial: { name: '', slug: '', purpose: '', url: '', path: '/', headers: '' },
    check: (it) => ({
      ...(!it.name.trim() && { name: t('applications.name_missing') }),
      ...(!slugShape.test(it.slug) && { slug: t('applications.slug_wrong') }),
      ...(!/^https?:\/\/\S+$/i.test(it.url.trim()) && { url: t('applications.address_missing') }),
    }),
    send: ({ name, slug, purpose, url, path }) =>
      api.apps.registerApp({
        name: name.trim(),
        slug,
        purpose: purpose.trim(),
        headers: recordOfPairs(headers),
        probe: { path: probePath(path), intervalSeconds: 60, timeoutMs: 5_000, expectedStatus: 200 },
        version: { url: url.trim() },
      }),
    onDone: (it) => setMade(it),
    faultAt: { 'apps.slug_taken': 'slug', 'apps.address_wrong': 'url', 'apps.address_private': 'url' },
  })
  if (made)
    return (
      <SigningSecret
        secret={made.signingSecret}
        onClose={() => {
          onClose()
          tell(t('applications.created', { name: made.app.name }))
          void appsChanged()
          onDone(made.app)
        }}
      />
    )
  return (
    <FormDialog form={form} wide title={t('applications.create')} action={t('applications.create')} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('applications.name')} error={form.errors.name}>
          {(named) => <Input {...named} {...form.bindSuggesting('name', 'slug', slugOf)} maxLength={80} />}
        </Field>
        <Field label={t('applications.slug')} error={form.errors.slug} help={t('applications.slug_help')}>
          {(named) => <Input {...named} {...form.bind('slug')} maxLength={60} spellCheck={false} autoCapitalize="none" className="font-mono" />}
        </Field>
      </div>
      <Field label={t('applications.purpose')} optional={t('act.optional')} error={form.errors.purpose}>
        {(named) => <Input {...named} {...form.bind('purpose')} maxLength={500} />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-[1fr_14rem]">
        <Field label={t('applications.address')} error={form.errors.url} help={t('applications.address_help')}>
          {(named) => <Input {...named} {...form.bind('url')} type="url" placeholder="https://finder.example.com" maxLength={500} spellCheck={false} />}
        </Field>
        <Field label={t('applications.path')} error={form.errors.path}>
          {(named) => <Input {...named} {...form.bind('path')} maxLength={200} spellCheck={false} className="font-mono" />}
        </Field>
      </div>
      <SecretPairs
        legend={t('applications.headers')}
        help={t('applications.headers_help')}
        nameLabel={t('applications.headers')}
        addLabel={t('applications.add_header')}
        placeholder="x-api-key"
        pairs={headers}
        onChange={setHeaders}
      />
      {form.errors.headers && (
        <p role="alert" className="text-xs text-bad">
          {form.errors.headers}
        </p>
      )}
    </FormDialog>
  )
}
