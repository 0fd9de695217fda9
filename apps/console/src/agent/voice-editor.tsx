import { useQuery } from '@tanstack/react-query'
import { Play, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AgentConfig, Spoken } from '#api/shapes.ts'
import { spokenLanguages } from '#agents/spoken-languages.ts'
import { Button } from '#ui/button.tsx'
import { Field, Select, Tick } from '#ui/field.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { presetVoice } from '#voices/manner.ts'
import { presetsQuery, voicesQuery } from '#voices/voice-queries.ts'
import { number } from '#words/figures.ts'
import { trialWords } from './trial-words.ts'
import { useVoicePreview } from './voice-preview.ts'

/** Languages of an agent, the voice of each, and how fast it speaks. */
export function VoiceEditor({
  config,
  onChange,
  missing,
}: {
  config: AgentConfig
  onChange: (change: Partial<AgentConfig>) => void
  missing: string | undefined
}) {
  const { t } = useTranslation()
  const voices = useQuery(voicesQuery)
  const presets = useQuery(presetsQuery)
  const preview = useVoicePreview()
  const toggle = (language: Spoken, on: boolean) =>
    onChange({ languages: spokenLanguages.filter((it) => (it === language ? on : config.languages.includes(it))) })
  return (
    <Card>
      <CardHead title={t('agent.voice')} help={t('agent.voice_help')} />
      <div className="divide-y border-t">
        {spokenLanguages.map((language) => {
          const on = config.languages.includes(language)
          const fitting = voices.data?.filter((it) => it.language === language) ?? []
          const saved = presets.data?.filter((it) => it.language === language) ?? []
          const voiceId = config.voices[language]
          const known = voiceId === undefined || fitting.some((it) => it.id === voiceId) || saved.some((it) => presetVoice(it) === voiceId)
          const playing = preview.playing === language
          return (
            <div key={language} className="grid min-h-12 items-center gap-x-4 gap-y-2 px-5 py-2.5 @lg:grid-cols-[10rem_minmax(0,1fr)]">
              <Tick label={t(`spoken.${language}`)} checked={on} onChange={(event) => toggle(language, event.target.checked)} />
              {on &&
                (voices.data && fitting.length === 0 ? (
                  <p className="text-xs text-ink-3">{t('agent.no_voice')}</p>
                ) : (
                  <div className="flex items-center gap-2">
                    <Select
                      small
                      aria-label={t('agent.voice_for', { language: t(`spoken.${language}`) })}
                      value={voiceId ?? ''}
                      onChange={(event) => {
                        const { [language]: _, ...others } = config.voices
                        onChange({ voices: event.target.value ? { ...others, [language]: event.target.value } : others })
                      }}
                    >
                      <option value="">{t('agent.default_voice')}</option>
                      {!known && <option value={voiceId}>{voiceId}</option>}
                      {saved.map((it) => (
                        <option key={it.id} value={presetVoice(it)}>
                          {it.name} · {t('studio.presets')}
                        </option>
                      ))}
                      {fitting.map((it) => (
                        <option key={it.id} value={it.id}>
                          {it.name} · {t(`agent.gender.${it.gender}`)} · {it.engine}
                        </option>
                      ))}
                    </Select>
                    <Button
                      size="icon"
                      look="ghost"
                      aria-label={t(playing ? 'agent.stop_voice' : 'agent.try_voice', { language: t(`spoken.${language}`) })}
                      onClick={() =>
                        playing
                          ? preview.stop()
                          : void preview.play(language, { text: trialWords[language], language, speed: config.speed, ...(voiceId && { voiceId }) })
                      }
                    >
                      {playing ? <Square aria-hidden /> : <Play aria-hidden />}
                    </Button>
                  </div>
                ))}
            </div>
          )
        })}
      </div>
      <div className="grid gap-3 border-t px-5 py-4">
        {missing && (
          <p role="alert" className="text-xs text-bad">
            {t('agent.language_needed')}
          </p>
        )}
        {voices.error && (
          <p role="alert" className="text-xs text-bad">
            {t('agent.voices_failed')}
          </p>
        )}
        <Field label={t('agent.speed')} className="max-w-90">
          {(named) => (
            <div className="flex items-center gap-3">
              <input
                {...named}
                type="range"
                min={0.5}
                max={2}
                step={0.05}
                value={config.speed}
                aria-valuetext={t('agent.times', { speed: number(config.speed) })}
                onChange={(event) => onChange({ speed: Number(event.target.value) })}
                className="h-6 flex-1 accent-brand"
              />
              <output className="w-12 text-right text-sm tabular-nums">{number(config.speed, { minimumFractionDigits: 2 })}×</output>
            </div>
          )}
        </Field>
      </div>
    </Card>
  )
}
