import { Play, Save, Square } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api, queryClient } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Spoken, Voice } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Kbd } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input, Select } from '#ui/field.tsx'
import { Card } from '#ui/page.tsx'
import { Range } from '#ui/range.tsx'
import { tell } from '#ui/toast.tsx'
import { number, percent } from '#words/figures.ts'
import { type Manner } from './manner.ts'
import { presetsQuery } from './voice-queries.ts'

type Props = {
  lane: 'A' | 'B'
  language: Spoken
  voices: readonly Voice[]
  voice: Voice | undefined
  manner: Manner
  playing: boolean
  onPlay: () => void
  onChange: (change: Partial<Manner>) => void
}

const times = (value: number) => `${number(value, { minimumFractionDigits: 2 })}×`

/** One voice with its manner: chosen, heard, saved. */
export function VoiceLane({ lane, language, voices, voice, manner, playing, onPlay, onChange }: Props) {
  const { t } = useTranslation()
  const maySave = useMay('voice:configure')
  const [saving, setSaving] = useState(false)
  return (
    <Card aria-label={t('studio.lane', { lane })} className="grid content-start gap-4 px-5 py-4">
      <div className="flex items-center gap-2">
        <h2 className="flex-1 text-base font-semibold">{t('studio.lane', { lane })}</h2>
        {maySave && voice && (
          <Button onClick={() => setSaving(true)}>
            <Save aria-hidden />
            {t('studio.save')}
          </Button>
        )}
        <Button look="primary" onClick={onPlay} aria-label={t(playing ? 'studio.stop' : 'studio.play', { lane })}>
          {playing ? <Square aria-hidden /> : <Play aria-hidden />}
          <span aria-hidden className="max-lg:hidden">
            <Kbd>{lane}</Kbd>
          </span>
        </Button>
      </div>
      <Field label={t('studio.voice')}>
        {(named) => (
          <Select {...named} value={voice?.id ?? ''} onChange={(event) => onChange({ voiceId: event.target.value })}>
            {voices.map((it) => (
              <option key={it.id} value={it.id}>
                {it.name} · {t(`agent.gender.${it.gender}`)} · {it.engine}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Range label={t('studio.speed')} value={manner.speed} min={0.5} max={2} step={0.05} shown={times} onChange={(speed) => onChange({ speed })} />
      <Range label={t('studio.pitch')} value={manner.pitch} min={0.5} max={2} step={0.05} shown={times} onChange={(pitch) => onChange({ pitch })} />
      <Range label={t('studio.volume')} value={manner.volume} min={0} max={1} step={0.05} shown={percent} onChange={(volume) => onChange({ volume })} />
      {saving && voice && <SavePreset language={language} manner={{ ...manner, voiceId: voice.id }} onClose={() => setSaving(false)} />}
    </Card>
  )
}

function SavePreset({ language, manner, onClose }: { language: Spoken; manner: Manner; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initial: { name: '' },
    check: (it) => (it.name.trim() ? {} : { name: t('studio.preset_name_missing') }),
    send: (it) => api.voice.saveVoicePreset({ name: it.name.trim(), language, ...manner }),
    onDone: async (preset) => {
      await queryClient.invalidateQueries({ queryKey: presetsQuery.queryKey })
      onClose()
      tell(t('studio.preset_saved', { name: preset.name }))
    },
    faultAt: { 'voice.preset_taken': 'name' },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('studio.save')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="save-voice" type="submit" look="primary" busy={form.busy}>
            {t('studio.save')}
          </Button>
        </>
      }
    >
      <form id="save-voice" noValidate className="grid gap-4 pb-1" onSubmit={form.onSubmit}>
        <Field label={t('studio.preset_name')} help={t('studio.preset_name_help')} error={form.errors.name}>
          {(named) => <Input {...named} {...form.bind('name')} dir="auto" maxLength={80} />}
        </Field>
        <FormTrouble trouble={form.general} />
      </form>
    </Dialog>
  )
}
