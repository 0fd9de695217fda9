import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge, Kbd, type Tone } from '#ui/badge.tsx'
import { BrandMark } from '#ui/brand-mark.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Field, Input, Select, SmallInput, TextArea, Tick } from '#ui/field.tsx'
import { Keypad } from '#ui/keypad.tsx'
import { Progress } from '#ui/progress.tsx'
import { Radios } from '#ui/radios.tsx'
import { Range } from '#ui/range.tsx'
import { PlainSwitch, Switch } from '#ui/switch.tsx'
import { Shown, Story } from './story.tsx'

const looks = ['primary', 'secondary', 'ghost', 'danger'] as const
const tones: Tone[] = ['neutral', 'ok', 'warn', 'bad', 'info', 'agent']

/** What people press, type into and choose from. */
export function ControlStories() {
  const { t } = useTranslation()
  const [tab, setTab] = useState('live')
  const [on, setOn] = useState(true)
  const [speed, setSpeed] = useState(1)
  const [keys, setKeys] = useState('')
  const statuses = (['live', 'draft', 'building'] as const).map((value) => ({ value, label: t(`agents.status.${value}`) }))
  return (
    <>
      <Story file="button.tsx">
        {looks.map((look) => (
          <Shown key={look} as={look}>
            <Button look={look}>{t('act.save')}</Button>
            <Button look={look} size="small">
              {t('act.save')}
            </Button>
            <Button look={look} size="large">
              <Plus aria-hidden />
              {t('agents.create')}
              <Kbd>C</Kbd>
            </Button>
            <Button look={look} size="icon" aria-label={t('act.delete')}>
              <Trash2 aria-hidden />
            </Button>
            <Button look={look} disabled>
              {t('act.save')}
            </Button>
            <Button look={look} busy>
              {t('act.save')}
            </Button>
          </Shown>
        ))}
        <Shown as="link">
          <ButtonLink to="/">{t('state.to_overview')}</ButtonLink>
          <CopyButton text="Myna" label={t('state.copy_request_id')} />
          <CopyButton small text="Myna" label={t('state.copy_request_id')} />
        </Shown>
      </Story>
      <Story file="badge.tsx">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone} dot={tone !== 'neutral'}>
            {t('agents.status.live')} · {tone}
          </Badge>
        ))}
        <Kbd>Esc</Kbd>
        <BrandMark className="size-6" />
      </Story>
      <Story file="field.tsx">
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <Field label={t('agents.name')} help={t('create.name_help')}>
            {(named) => <Input {...named} defaultValue={t('agents.sample_1')} />}
          </Field>
          <Field label={t('agents.name')} error={t('create.name_missing')}>
            {(named) => <Input {...named} />}
          </Field>
          <Field label={t('agents.status_label')} optional={t('act.optional')}>
            {(named) => (
              <Select {...named}>
                {statuses.map((it) => (
                  <option key={it.value}>{it.label}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('agents.name')}>{(named) => <Input {...named} disabled defaultValue={t('agents.sample_2')} />}</Field>
          <Field label={t('create.greeting')} help={t('create.greeting_help')} className="sm:col-span-2">
            {(named) => <TextArea {...named} defaultValue={t('create.greeting_default', { business: 'Example Dental' })} />}
          </Field>
          <Tick label={t('views.make_default')} help={t('views.save_help')} defaultChecked />
          <SmallInput aria-label={t('agents.search')} placeholder={t('agents.search')} />
        </div>
      </Story>
      <Story file="choice.tsx, radios.tsx, switch.tsx, range.tsx, progress.tsx">
        <Choice label={t('agents.status_label')} value={tab} options={statuses} onChange={setTab} />
        <PlainSwitch label={t('agents.status.live')} checked={on} onChange={setOn} />
        <div className="grid w-full gap-5">
          <Radios
            label={t('agents.status_label')}
            value={tab}
            options={statuses.map((it, i) => ({ ...it, ...(i === 1 && { help: t('agents.empty_body') }) }))}
            onChange={setTab}
          />
          <Switch label={t('views.make_default')} help={t('views.save_help')} checked={on} onChange={setOn} />
          <Switch label={t('views.make_default')} checked={false} onChange={setOn} disabled />
          <Range
            label={t('create.greeting')}
            help={t('create.greeting_help')}
            value={speed}
            min={0.5}
            max={2}
            step={0.1}
            shown={(it) => `${it}×`}
            onChange={setSpeed}
          />
          <Progress label={t('state.loading')} done={14} of={50} />
          <Progress label={t('state.loading')} />
        </div>
      </Story>
      <Story file="keypad.tsx">
        <div className="w-60">
          <p className="h-6 text-center text-lg tabular-nums">{keys}</p>
          <Keypad label={t('shell.keys')} onKey={(key) => setKeys((before) => (before + key).slice(-16))} />
        </div>
      </Story>
    </>
  )
}
