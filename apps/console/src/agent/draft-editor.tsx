import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isFault, useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Agent, AgentConfig } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Field, Input, TextArea } from '#ui/field.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { clock } from '#words/figures.ts'
import { AgentFacts } from './agent-facts.tsx'
import { HoursEditor } from './hours-editor.tsx'
import { MayDo } from './may-do.tsx'
import { PhoneCard } from './phone-card.tsx'
import { TimeZoneSelect } from './time-zone-select.tsx'
import { type SaveState, useDraft } from './use-draft.ts'
import { VoiceEditor } from './voice-editor.tsx'

type Values = { name: string; config: AgentConfig }

function wrongFields({ name, config }: Values): ReadonlySet<string> {
  return new Set([
    ...(name.trim() ? [] : ['name']),
    ...(config.businessName.trim() ? [] : ['businessName']),
    ...(config.greeting.trim() ? [] : ['greeting']),
    ...(config.languages.length > 0 ? [] : ['languages']),
    ...(config.hours.every((it) => it.from && it.to && it.from !== it.to) ? [] : ['hours']),
  ])
}

/** The draft of an agent, saved as it is edited. Callers hear nothing of it until it is published. */
export function DraftEditor({ agent }: { agent: Agent }) {
  const { t } = useTranslation()
  const mayWrite = useMay('agents:write') && agent.status !== 'building'
  const draft = useDraft(agent, wrongFields)
  const { name, config } = draft
  const wrong = wrongFields(draft)
  const set = (change: Partial<AgentConfig>) => draft.change({ config: change })
  const missing = (field: string) => (wrong.has(field) ? t('agent.needed') : undefined)
  const taken = draft.save.kind === 'unsaved' && isFault(draft.save.fault, 'agents.name_taken')
  return (
    <div className="@container">
      <div className="mx-auto grid max-w-270 gap-6 px-4 py-5 lg:px-6 @4xl:grid-cols-[minmax(0,720px)_minmax(0,1fr)]">
        <fieldset disabled={!mayWrite} className="grid min-w-0 content-start gap-4">
          <legend className="sr-only">{t('agent.draft')}</legend>
          <div className="flex min-h-7 flex-wrap items-center gap-2 text-sm">
            <p className="min-w-0 flex-1 text-ink-2">{t('agent.draft_help')}</p>
            <Saved save={draft.save} onRetry={() => void draft.retry()} onReload={() => void draft.reload()} />
          </div>
          <Card>
            <CardHead title={t('agent.who')} />
            <div className="grid gap-4 px-5 pb-5 @lg:grid-cols-2">
              <Field label={t('agent.name')} error={taken ? t('agent.name_taken') : missing('name')} help={t('agent.name_help')}>
                {(named) => <Input {...named} value={name} maxLength={80} onChange={(event) => draft.change({ name: event.target.value })} />}
              </Field>
              <Field label={t('agent.business')} error={missing('businessName')} help={t('agent.business_help')}>
                {(named) => <Input {...named} value={config.businessName} maxLength={120} onChange={(event) => set({ businessName: event.target.value })} />}
              </Field>
              <Field label={t('agent.greeting')} error={missing('greeting')} help={t('agent.greeting_help')} className="@lg:col-span-2">
                {(named) => <TextArea {...named} value={config.greeting} maxLength={500} onChange={(event) => set({ greeting: event.target.value })} />}
              </Field>
              <Field label={t('agent.instructions')} optional={t('act.optional')} help={t('agent.instructions_help')} className="@lg:col-span-2">
                {(named) => (
                  <TextArea {...named} value={config.instructions} maxLength={8000} rows={5} onChange={(event) => set({ instructions: event.target.value })} />
                )}
              </Field>
            </div>
          </Card>
          <VoiceEditor config={config} onChange={set} missing={missing('languages')} />
          <MayDo agent={agent} config={config} onChange={set} disabled={!mayWrite} />
          <PhoneCard agent={agent} policy={config.call} onChange={(call) => set({ call })} disabled={!mayWrite} />
          <Card>
            <CardHead title={t('agent.hours')} help={t('agent.hours_help')} />
            <div className="grid gap-4 px-5 pb-5">
              <Field label={t('agent.time_zone')} help={t('agent.time_zone_help')} className="max-w-90">
                {(named) => <TimeZoneSelect {...named} value={config.timeZone} onChange={(timeZone) => set({ timeZone })} />}
              </Field>
              <HoursEditor hours={config.hours} onChange={(hours) => set({ hours })} />
            </div>
          </Card>
        </fieldset>
        <AgentFacts agent={agent} />
      </div>
    </div>
  )
}

function Saved({ save, onRetry, onReload }: { save: SaveState; onRetry: () => void; onReload: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  if (save.kind === 'unsaved') {
    const meanwhile = isFault(save.fault, 'workspace.changed_meanwhile')
    const { sentence, traceId } = words(save.fault)
    return (
      <span role="alert" className="flex flex-wrap items-center gap-2 text-bad">
        <CircleAlert aria-hidden className="size-4" />
        {t('agent.not_saved')} {sentence}
        <Button size="small" onClick={meanwhile ? onReload : onRetry}>
          {meanwhile ? t('act.reload') : t('act.retry')}
        </Button>
        {traceId && <CopyButton text={traceId} label={t('state.copy_request_id')} />}
      </span>
    )
  }
  return (
    <span role="status" className="flex items-center gap-1.5 text-xs text-ink-3">
      {save.kind === 'saving' ? <LoaderCircle aria-hidden className="size-3.5 animate-spin" /> : <Check aria-hidden className="size-3.5 text-ok" />}
      {save.kind === 'saving' ? t('agent.saving') : t('agent.saved', { time: clock(save.at) })}
    </span>
  )
}
