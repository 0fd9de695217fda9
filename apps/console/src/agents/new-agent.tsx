import { useNavigate, useSearch } from '@tanstack/react-router'
import { Globe, PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import { useForm } from '#api/use-form.ts'
import { FormTrouble } from '#account/account-card.tsx'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Field, Input, TextArea } from '#ui/field.tsx'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Card, Page } from '#ui/page.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { websiteAddress } from './website-address.ts'

/** The first step to an agent: a website to read, or a few words by hand. */
export function NewAgent() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/agents/new' })
  const navigate = useNavigate({ from: '/agents/new' })
  const mayWrite = useMay('agents:write')
  const way = search.from === 'hand' ? 'hand' : 'website'
  return (
    <Page title={t('create.title')} crumb={{ label: t('agents.title'), to: '/agents' }}>
      {mayWrite ? (
        <div className="mx-auto grid max-w-180 gap-4">
          <Choice
            label={t('create.way')}
            value={way}
            options={[
              { value: 'website', label: t('agents.create_from_website') },
              { value: 'hand', label: t('agents.create_by_hand') },
            ]}
            onChange={(from) => void navigate({ search: (before: { from?: string; url?: string }) => ({ ...before, from }), replace: true })}
            className="justify-self-start"
          />
          {way === 'website' ? <FromWebsite /> : <ByHand />}
        </div>
      ) : (
        <NoAccess />
      )}
    </Page>
  )
}

function FromWebsite() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { url } = useSearch({ from: '/shell/agents/new' })
  const form = useForm({
    initial: { url: url ?? '', name: '' },
    check: (it) => (websiteAddress(it.url) ? {} : { url: t('create.url_wrong') }),
    send: (it) => api.agents.createFromWebsite({ url: websiteAddress(it.url)!, ...(it.name.trim() && { name: it.name.trim() }) }),
    onDone: async (creation) => {
      queryClient.setQueryData(['creation', creation.agentId], creation)
      void queryClient.invalidateQueries({ queryKey: ['agents'] })
      await navigate({ to: '/agents/$agentId/building', params: { agentId: creation.agentId } })
    },
    faultAt: { 'agents.name_taken': 'name', 'agents.creation_running': 'url', 'knowledge.address_unusable': 'url', 'knowledge.address_private': 'url' },
  })
  return (
    <>
      <Card className="p-5">
        <form noValidate className="grid gap-4" onSubmit={form.onSubmit}>
          <Field label={t('create.url')} error={form.errors.url} help={t('create.url_help')}>
            {(named) => (
              <Input
                {...named}
                {...form.bind('url')}
                inputMode="url"
                autoComplete="url"
                autoCapitalize="none"
                spellCheck={false}
                placeholder="https://example.com"
                maxLength={2000}
                autoFocus
              />
            )}
          </Field>
          <Field label={t('create.name')} optional={t('act.optional')} error={form.errors.name} help={t('create.name_help')} className="max-w-90">
            {(named) => <Input {...named} {...form.bind('name')} maxLength={80} />}
          </Field>
          <FormTrouble trouble={form.general} />
          <Button type="submit" look="primary" size="large" busy={form.busy} className="justify-self-start">
            <Globe aria-hidden />
            {t('create.build')}
          </Button>
        </form>
      </Card>
      <ol className="grid gap-2 px-1 text-sm text-ink-2">
        {(['reads', 'sorts', 'writes', 'tries'] as const).map((it, i) => (
          <li key={it} className="flex gap-3">
            <span className="w-4 shrink-0 text-right text-ink-3 tabular-nums">{i + 1}</span>
            <span>{t(`create.${it}`)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function ByHand() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const form = useForm({
    initial: { name: '', businessName: '', greeting: '' },
    check: (it) => ({
      ...(!it.name.trim() && { name: t('create.name_missing') }),
      ...(!it.businessName.trim() && { businessName: t('create.business_missing') }),
    }),
    send: (it) =>
      api.agents.createAgent({
        name: it.name.trim(),
        config: {
          businessName: it.businessName.trim(),
          greeting: it.greeting.trim() || t('create.greeting_default', { business: it.businessName.trim() }),
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
      }),
    onDone: async (agent) => {
      void queryClient.invalidateQueries({ queryKey: ['agents'] })
      await navigate({ to: '/agents/$agentId', params: { agentId: agent.id } })
    },
    faultAt: { 'agents.name_taken': 'name' },
  })
  return (
    <Card className="p-5">
      <form noValidate className="grid gap-4" onSubmit={form.onSubmit}>
        <LeaveGuard isUnsaved={form.isUnsaved} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('create.name')} error={form.errors.name} help={t('create.name_help')}>
            {(named) => <Input {...named} {...form.bind('name')} maxLength={80} autoFocus />}
          </Field>
          <Field label={t('create.business')} error={form.errors.businessName}>
            {(named) => <Input {...named} {...form.bind('businessName')} maxLength={120} />}
          </Field>
        </div>
        <Field label={t('create.greeting')} optional={t('act.optional')} error={form.errors.greeting} help={t('create.greeting_help')}>
          {(named) => (
            <TextArea
              {...named}
              {...form.bind('greeting')}
              maxLength={500}
              placeholder={t('create.greeting_default', { business: form.values.businessName.trim() || t('create.your_business') })}
            />
          )}
        </Field>
        <FormTrouble trouble={form.general} />
        <Button type="submit" look="primary" size="large" busy={form.busy} className="justify-self-start">
          <PencilLine aria-hidden />
          {t('create.by_hand')}
        </Button>
      </form>
    </Card>
  )
}
