import { PhoneOutgoing } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import type { Agent, AgentConfig } from '#api/shapes.ts'
import { phoneNumberOf } from '#calls/phone-text.ts'
import { PlaceCall } from '#calls/place-call.tsx'
import { Button } from '#ui/button.tsx'
import { Field, Input, Select, TextArea } from '#ui/field.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Radios } from '#ui/radios.tsx'
import { Range } from '#ui/range.tsx'
import { Switch } from '#ui/switch.tsx'
import { wait } from '#words/figures.ts'
import { KeyMenu } from './key-menu.tsx'

type Policy = AgentConfig['call']
type Props = { agent: Agent; policy: Policy; onChange: (policy: Policy) => void; disabled: boolean }

const minuteMs = 60_000
const callMinutes = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240]

/** How an agent behaves on a call: when a turn ends, what interrupts, what silence, keys and machines mean. */
export function PhoneCard({ agent, policy, onChange, disabled }: Props) {
  const { t } = useTranslation()
  const mayCall = useMay('calls:write')
  const [calling, setCalling] = useState(false)
  const set = (change: Partial<Policy>) => onChange({ ...policy, ...change })
  return (
    <Card>
      <CardHead
        title={t('callPolicy.title')}
        help={t('callPolicy.help')}
        action={
          mayCall && (
            <Button onClick={() => setCalling(true)}>
              <PhoneOutgoing aria-hidden />
              {t('phone.test')}
            </Button>
          )
        }
      />
      <div className="grid grid-cols-1 gap-x-8 gap-y-6 px-5 pb-5 @lg:grid-cols-2">
        <div className="grid content-start gap-4">
          <Radios
            label={t('callPolicy.endpointing')}
            value={policy.endpointing}
            options={(['adaptive', 'fixed'] as const).map((value) => ({
              value,
              label: t(`callPolicy.endpointing_is.${value}`),
              help: t(`callPolicy.endpointing_help.${value}`),
            }))}
            onChange={(endpointing) => set({ endpointing })}
          />
          <Range
            label={t('callPolicy.ends_after')}
            help={t('callPolicy.ends_after_help')}
            value={policy.endsAfterMs}
            min={200}
            max={3000}
            step={50}
            shown={wait}
            onChange={(endsAfterMs) => set({ endsAfterMs })}
          />
        </div>
        <div className="grid content-start gap-4">
          <Radios
            label={t('callPolicy.barge_in')}
            value={policy.bargeIn}
            options={(['speech', 'words', 'off'] as const).map((value) => ({
              value,
              label: t(`callPolicy.barge_in_is.${value}`),
              help: t(`callPolicy.barge_in_help.${value}`),
            }))}
            onChange={(bargeIn) => set({ bargeIn })}
          />
          {policy.bargeIn === 'words' && (
            <Range
              label={t('callPolicy.minimum_words')}
              value={policy.minimumWords}
              min={0}
              max={10}
              step={1}
              shown={String}
              onChange={(minimumWords) => set({ minimumWords })}
            />
          )}
        </div>
        <div className="grid content-start gap-4 border-t pt-5">
          <Range
            label={t('callPolicy.filler')}
            help={t('callPolicy.filler_help')}
            value={policy.fillerAfterMs}
            min={500}
            max={10_000}
            step={100}
            shown={wait}
            onChange={(fillerAfterMs) => set({ fillerAfterMs })}
          />
          <Field label={t('callPolicy.longest')} help={t('callPolicy.longest_help')}>
            {(named) => (
              <Select {...named} value={policy.longestCallMs} onChange={(event) => set({ longestCallMs: Number(event.target.value) })}>
                {[...new Set([...callMinutes, policy.longestCallMs / minuteMs])]
                  .toSorted((a, b) => a - b)
                  .map((it) => (
                    <option key={it} value={it * minuteMs}>
                      {t('callPolicy.minutes', { count: it })}
                    </option>
                  ))}
              </Select>
            )}
          </Field>
        </div>
        <div className="grid content-start gap-4 @lg:border-t @lg:pt-5">
          <Range
            label={t('callPolicy.silence')}
            help={t('callPolicy.silence_help')}
            value={policy.silencePromptAfterMs}
            min={3000}
            max={120_000}
            step={1000}
            shown={wait}
            onChange={(silencePromptAfterMs) => set({ silencePromptAfterMs })}
          />
          <Field label={t('callPolicy.prompts')}>
            {(named) => (
              <Select {...named} value={policy.silencePrompts} onChange={(event) => set({ silencePrompts: Number(event.target.value) })}>
                {[1, 2, 3, 4, 5, 0].map((it) => (
                  <option key={it} value={it}>
                    {it === 0 ? t('callPolicy.prompts_never') : t('callPolicy.prompts_times', { count: it })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <div className="border-t pt-5 @lg:col-span-2">
          <KeyMenu agent={agent} keys={policy.keys} onChange={(keys) => set({ keys })} />
        </div>
        <div className="grid content-start gap-4 border-t pt-5">
          <NumberField value={policy.transferTo} onChange={(transferTo) => set({ transferTo })} />
          {policy.transferTo !== null && (
            <Field label={t('callPolicy.transfer_when')} help={t('callPolicy.transfer_when_help')}>
              {(named) => (
                <Select {...named} value={policy.transferWhen} onChange={(event) => set({ transferWhen: event.target.value as Policy['transferWhen'] })}>
                  {(['in-hours', 'always'] as const).map((it) => (
                    <option key={it} value={it}>
                      {t(`callPolicy.transfer_when_is.${it}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <Field label={t('callPolicy.noise')} help={t('callPolicy.noise_help')}>
            {(named) => (
              <Select {...named} value={policy.noise} onChange={(event) => set({ noise: event.target.value as Policy['noise'] })}>
                {(['auto', 'off'] as const).map((it) => (
                  <option key={it} value={it}>
                    {t(`callPolicy.noise_is.${it}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <div className="grid content-start gap-4 @lg:border-t @lg:pt-5">
          <Field label={t('callPolicy.voicemail')}>
            {(named) => (
              <Select {...named} value={policy.voicemail} onChange={(event) => set({ voicemail: event.target.value as Policy['voicemail'] })}>
                {(['hang-up', 'leave-message', 'talk'] as const).map((it) => (
                  <option key={it} value={it}>
                    {t(`callPolicy.voicemail_is.${it}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {policy.voicemail === 'leave-message' && (
            <Field label={t('callPolicy.voicemail_message')} help={t('callPolicy.voicemail_message_help')}>
              {(named) => (
                <TextArea
                  {...named}
                  dir="auto"
                  value={policy.voicemailMessage}
                  maxLength={800}
                  onChange={(event) => set({ voicemailMessage: event.target.value })}
                />
              )}
            </Field>
          )}
        </div>
        <div className="border-t pt-5 @lg:col-span-2">
          <Switch
            label={t('callPolicy.record')}
            help={t('callPolicy.record_help')}
            checked={policy.record}
            disabled={disabled}
            onChange={(record) => set({ record })}
          />
        </div>
      </div>
      {calling && <PlaceCall agent={agent} onClose={() => setCalling(false)} />}
    </Card>
  )
}

/** A number, or none; what is no number yet stays in the field and is not saved. */
function NumberField({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value ?? '')
  const [left, setLeft] = useState(false)
  const wrong = left && typed.trim() !== '' && !phoneNumberOf(typed)
  return (
    <Field
      label={t('callPolicy.transfer')}
      optional={t('act.optional')}
      help={t('callPolicy.transfer_help')}
      error={wrong ? t('phone.number_wrong') : undefined}
    >
      {(named) => (
        <Input
          {...named}
          type="tel"
          placeholder="+44…"
          maxLength={40}
          value={typed}
          onBlur={() => setLeft(true)}
          onChange={(event) => {
            const next = event.target.value
            setTyped(next)
            const number = next.trim() ? phoneNumberOf(next) : null
            if (number !== undefined && number !== value) onChange(number)
          }}
        />
      )}
    </Field>
  )
}
