import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { App } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { recordOfPairs, type SecretPair, SecretPairs } from '#tools/secret-pairs.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { appsChanged } from './app-queries.ts'
import { probePath } from './probe-path.ts'
import { SigningSecret } from './signing-secret.tsx'

const megabyte = 1_048_576
const spans = { interval: [15, 3600], expected: [200, 599], timeout: [0.5, 120], maxRequest: [0, 100], maxAnswer: [1, 1024] } as const

/** What an application is called, what goes with its requests, what they may take; its secret, and its end. */
export function AppManage({ app }: { app: App }) {
  const { t } = useTranslation()
  const [headers, setHeaders] = useState<SecretPair[]>(app.headerNames.map((name) => ({ name, value: '', kept: true })))
  const form = useForm({
    initial: {
      name: app.name,
      purpose: app.purpose,
      scopes: app.scopes.join(', '),
      path: app.probe.path,
      interval: String(app.probe.intervalSeconds),
      expected: String(app.probe.expectedStatus),
      timeout: String(app.limits.timeoutMs / 1000),
      maxRequest: String(Math.round(app.limits.maxRequestBytes / megabyte)),
      maxAnswer: String(Math.max(1, Math.round(app.limits.maxAnswerBytes / megabyte))),
    },
    check: (it) => ({
      ...(!it.name.trim() && { name: t('applications.name_missing') }),
      ...Object.fromEntries(
        Object.entries(spans).flatMap(([name, [from, to]]) => {
          const value = Number(it[name as keyof typeof spans])
          return value >= from && value <= to ? [] : [[name, t('applications.number_wrong', { from, to })]]
        }),
      ),
    }),
    send: (it) =>
      api.apps.updateApp({
        appId: app.id,
        name: it.name.trim(),
        purpose: it.purpose.trim(),
        scopes: it.scopes.split(/[\s,]+/).filter(Boolean),
        headers: recordOfPairs(headers),
        probe: {
          ...app.probe,
          path: probePath(it.path),
          intervalSeconds: Number(it.interval),
          expectedStatus: Number(it.expected),
        },
        limits: {
          ...app.limits,
          timeoutMs: Math.round(Number(it.timeout) * 1000),
          maxRequestBytes: Math.round(Number(it.maxRequest) * megabyte),
          maxAnswerBytes: Math.round(Number(it.maxAnswer) * megabyte),
        },
      }),
    onDone: async (saved) => {
      setHeaders(saved.headerNames.map((name) => ({ name, value: '', kept: true })))
      tell(t('applications.saved'))
      await appsChanged()
    },
  })
  const figure = (name: keyof typeof spans, label: string) => (
    <Field label={label} error={form.errors[name]}>
      {(named) => <Input {...named} {...form.bind(name)} inputMode="decimal" maxLength={6} />}
    </Field>
  )
  return (
    <>
      <Card>
        <form noValidate autoComplete="off" className="grid gap-4 px-5 py-4" onSubmit={form.onSubmit}>
          <LeaveGuard isUnsaved={form.isUnsaved} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('applications.name')} error={form.errors.name}>
              {(named) => <Input {...named} {...form.bind('name')} maxLength={80} />}
            </Field>
            <Field label={t('applications.scopes')} help={t('applications.scopes_help')} error={form.errors.scopes}>
              {(named) => <Input {...named} {...form.bind('scopes')} maxLength={400} spellCheck={false} placeholder="agents:read" className="font-mono" />}
            </Field>
          </div>
          <Field label={t('applications.purpose')} optional={t('act.optional')} error={form.errors.purpose}>
            {(named) => <Input {...named} {...form.bind('purpose')} maxLength={500} />}
          </Field>
          <SecretPairs
            legend={t('applications.headers')}
            help={t('applications.headers_help')}
            nameLabel={t('applications.headers')}
            addLabel={t('applications.add_header')}
            placeholder="x-api-key"
            pairs={headers}
            onChange={setHeaders}
          />
          <fieldset className="grid gap-4 border-t pt-4 sm:grid-cols-3">
            <legend className="sr-only">{t('applications.probe')}</legend>
            <Field label={t('applications.path')} error={form.errors.path}>
              {(named) => <Input {...named} {...form.bind('path')} maxLength={200} spellCheck={false} className="font-mono" />}
            </Field>
            {figure('interval', t('applications.interval'))}
            {figure('expected', t('applications.expected'))}
          </fieldset>
          <fieldset className="grid gap-4 border-t pt-4 sm:grid-cols-3">
            <legend className="sr-only">{t('applications.limits')}</legend>
            {figure('timeout', t('applications.timeout'))}
            {figure('maxRequest', t('applications.max_request'))}
            {figure('maxAnswer', t('applications.max_answer'))}
          </fieldset>
          <FormTrouble trouble={form.general} />
          <div>
            <Button type="submit" look="primary" busy={form.busy}>
              {t('act.save')}
            </Button>
          </div>
        </form>
      </Card>
      <Proof app={app} />
      <End app={app} />
    </>
  )
}

function Proof({ app }: { app: App }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [asking, setAsking] = useState(false)
  const [secret, setSecret] = useState<string>()
  const rotate = useMutation({
    mutationFn: () => api.apps.rotateSigningSecret({ appId: app.id }),
    onSuccess: (it) => {
      setAsking(false)
      setSecret(it.signingSecret)
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Card className="pb-1">
      <CardHead
        title={t('applications.signing')}
        help={t('applications.signing_help')}
        action={<Button onClick={() => setAsking(true)}>{t('applications.rotate')}</Button>}
      />
      {asking && (
        <Confirm
          open
          onOpenChange={setAsking}
          title={t('applications.rotate_title')}
          description={t('applications.rotate_body')}
          action={t('applications.rotate')}
          busy={rotate.isPending}
          onConfirm={() => rotate.mutate()}
        />
      )}
      {secret && <SigningSecret secret={secret} onClose={() => setSecret(undefined)} />}
    </Card>
  )
}

function End({ app }: { app: App }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const remove = useMutation({
    mutationFn: () => api.apps.deleteApp({ appId: app.id }),
    onSuccess: async () => {
      await navigate({ to: '/applications', search: {} })
      queryClient.removeQueries({ queryKey: ['app', app.id] })
      tell(t('applications.deleted', { name: app.name }))
      await appsChanged()
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Card className="pb-1">
      <CardHead
        title={t('applications.delete')}
        help={t('applications.delete_body')}
        action={
          <Button look="danger" onClick={() => setAsking(true)}>
            {t('applications.delete')}
          </Button>
        }
      />
      {asking && (
        <Confirm
          open
          onOpenChange={setAsking}
          title={t('applications.delete_title', { name: app.name })}
          description={t('applications.delete_body')}
          action={t('applications.delete')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      )}
    </Card>
  )
}
