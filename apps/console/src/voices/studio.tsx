import { useQuery } from '@tanstack/react-query'
import { AudioWaveform } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trialWords } from '#agent/trial-words.ts'
import { useVoicePreview } from '#agent/voice-preview.ts'
import { spokenLanguages } from '#agents/spoken-languages.ts'
import type { Spoken, Voice, VoicePreset } from '#api/shapes.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Field, Select, TextArea } from '#ui/field.tsx'
import { Card } from '#ui/page.tsx'
import { Empty, Skeleton, Trouble } from '#ui/states.tsx'
import { Switch } from '#ui/switch.tsx'
import { currentLanguage } from '#words/language.ts'
import { chosenVoice, fittingVoices, type Manner, usualManner } from './manner.ts'
import { Presets } from './presets.tsx'
import { VoiceLane } from './voice-lane.tsx'
import { voicesQuery } from './voice-queries.ts'

const genders = ['female', 'male', 'neutral'] as const

/** Where voices are tried with any text, compared, and saved. */
export function Studio() {
  const { t } = useTranslation()
  const voices = useQuery(voicesQuery)
  const preview = useVoicePreview()
  const [language, setLanguage] = useState<Spoken>(currentLanguage)
  const [engine, setEngine] = useState('')
  const [gender, setGender] = useState('')
  const [typed, setTyped] = useState<string>()
  const [comparing, setComparing] = useState(false)
  const [manners, setManners] = useState({ A: usualManner, B: usualManner })
  const text = typed ?? trialWords[language]
  const ofLanguage = fittingVoices(voices.data ?? [], { language })
  const fitting = fittingVoices(ofLanguage, { language, engine, gender: genders.find((it) => it === gender) })
  const engines = [...new Set(ofLanguage.map((it) => it.engine))]
  const first = chosenVoice(fitting, manners.A.voiceId)
  const second = chosenVoice(fitting, manners.B.voiceId, first?.id)

  const toggle = (lane: string, manner: Manner, voice: Pick<Voice, 'id'> | undefined, words = text, spoken = language) => {
    if (preview.playing === lane) return preview.stop()
    if (!words.trim() || !voice) return
    const { speed, pitch, volume } = manner
    void preview.play(lane, { text: words.trim(), language: spoken, voiceId: voice.id, speed, pitch, volume })
  }
  useShortcuts({ a: () => toggle('A', manners.A, first), ...(comparing && { b: () => toggle('B', manners.B, second) }) })
  const open = ({ language: its, voiceId, speed, pitch, volume }: VoicePreset) => {
    setLanguage(its)
    setEngine('')
    setGender('')
    setManners({ ...manners, A: { voiceId, speed, pitch, volume } })
  }

  if (voices.error && !voices.data) return <Trouble fault={voices.error} onRetry={() => void voices.refetch()} />
  return (
    <div className="mx-auto grid max-w-225 gap-4">
      <Card className="grid gap-4 px-5 py-4">
        <Choice
          label={t('studio.language')}
          value={language}
          options={spokenLanguages.map((value) => ({ value, label: t(`spoken.${value}`) }))}
          onChange={(it) => {
            setLanguage(it)
            setEngine('')
          }}
          className="justify-self-start"
        />
        <Field label={t('studio.text')} help={t('studio.text_help')}>
          {(named) => (
            <TextArea
              {...named}
              dir="auto"
              lang={language === 'hinglish' ? 'hi-Latn' : language}
              value={text}
              maxLength={2000}
              rows={3}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <Select small aria-label={t('studio.engine')} value={engine} onChange={(event) => setEngine(event.target.value)} className="!w-auto">
            <option value="">{t('studio.any_engine')}</option>
            {engines.map((it) => (
              <option key={it}>{it}</option>
            ))}
          </Select>
          <Select small aria-label={t('studio.gender')} value={gender} onChange={(event) => setGender(event.target.value)} className="!w-auto">
            <option value="">{t('studio.any_gender')}</option>
            {genders.map((it) => (
              <option key={it} value={it}>
                {t(`agent.gender.${it}`)}
              </option>
            ))}
          </Select>
          <div className="ml-auto">
            <Switch label={t('studio.compare')} checked={comparing} onChange={setComparing} />
          </div>
        </div>
      </Card>
      {!voices.data ? (
        <Skeleton className="h-64" />
      ) : ofLanguage.length === 0 ? (
        <Card>
          <Empty icon={AudioWaveform} title={t('studio.none')} body={t('studio.none_body')}>
            <ButtonLink to="/voices" search={{ tab: 'vendors' }}>
              {t('speechVendors.tab')}
            </ButtonLink>
          </Empty>
        </Card>
      ) : fitting.length === 0 ? (
        <p className="text-sm text-ink-2">{t('studio.none_fit')}</p>
      ) : (
        <div className={comparing ? 'grid gap-4 sm:grid-cols-2' : 'grid gap-4'}>
          {(comparing ? (['A', 'B'] as const) : (['A'] as const)).map((lane) => (
            <VoiceLane
              key={lane}
              lane={lane}
              language={language}
              voices={fitting}
              voice={lane === 'A' ? first : second}
              manner={manners[lane]}
              playing={preview.playing === lane}
              onPlay={() => toggle(lane, manners[lane], lane === 'A' ? first : second)}
              onChange={(change) => setManners({ ...manners, [lane]: { ...manners[lane], ...change } })}
            />
          ))}
        </div>
      )}
      <Presets
        voices={voices.data ?? []}
        playing={preview.playing}
        onPlay={(it) => toggle(it.id, it, { id: it.voiceId }, it.language === language ? text : trialWords[it.language], it.language)}
        onOpen={open}
      />
    </div>
  )
}
