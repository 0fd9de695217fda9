import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgentConfig, Spoken } from '#api/shapes.ts'
import { LeftOutNote, SmallInput } from '#ui/field.tsx'
import { useLeftOut } from '#ui/left-out.ts'
import { htmlLanguage } from '#words/html-language.ts'

export type Localised = AgentConfig['goals'][number]['done']

type Props = {
  value: Localised
  languages: readonly Spoken[]
  label: (language: string) => string
  wrong: boolean
  about?: string | undefined
  onChange: (value: Localised) => void
}

/** A sentence in the languages of an agent, one line each; English is always there, for it is said where another is missing. `about`: the id of what is wrong with it. */
export function LocalisedFields({ value, languages, label, wrong, about, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [heed, left] = useLeftOut()
  const shown = (['en', 'hi', 'hinglish', 'bn'] as const).filter((it) => it === 'en' || languages.includes(it) || value[it])
  return (
    <div ref={heed} className="grid gap-1.5">
      {shown.map((language) => (
        <div key={language} className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-2">
          <span aria-hidden className="truncate text-xs text-ink-3">
            {t(`spoken.${language}`)}
          </span>
          <SmallInput
            lang={htmlLanguage[language]}
            aria-label={label(t(`spoken.${language}`))}
            aria-invalid={(wrong && language === 'en' && !value.en.trim()) || undefined}
            aria-describedby={[language === 'en' && about, left && `${id}-left`].filter(Boolean).join(' ') || undefined}
            value={value[language] ?? ''}
            maxLength={500}
            onChange={({ target }) => {
              const { [language]: _, ...rest } = value
              onChange(language === 'en' || target.value ? ({ ...value, [language]: target.value } as Localised) : (rest as Localised))
            }}
          />
        </div>
      ))}
      <LeftOutNote id={`${id}-left`} left={left} />
    </div>
  )
}
