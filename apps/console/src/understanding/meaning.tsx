import { useTranslation } from 'react-i18next'
import type { Understanding } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { percent, wait } from '#words/figures.ts'
import { Highlighted } from './highlighted.tsx'
import { shownValue } from './shown-value.ts'

const htmlLanguage = { en: 'en', hi: 'hi', hinglish: 'hi-Latn', bn: 'bn' } as const

/** What an utterance means: its language, what the caller wants, what it names, and what would be kept of it. */
export function Meaning({ text, meaning }: { text: string; meaning: Understanding }) {
  const { t } = useTranslation()
  const lang = htmlLanguage[meaning.language]
  const wordOf = (kind: 'level' | 'stage', word: string) => (word ? (t as (key: string) => string)(`understanding.${kind}.${word}`) : '')
  return (
    <div className="grid gap-4">
      <Card aria-label={t('understanding.intent')}>
        <CardHead
          title={t(`understanding.intent_name.${meaning.intent}`)}
          help={
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone="info">{t(`spoken.${meaning.language}`)}</Badge>
              <span className="tabular-nums">{t('understanding.took', { time: wait(meaning.tookMs) })}</span>
            </span>
          }
        />
        <ol aria-label={t('understanding.likely')} className="grid gap-2 border-t px-5 py-4">
          {meaning.ranked.map((it) => (
            <li
              key={it.intent}
              className="grid grid-cols-[minmax(0,1fr)_3.5rem] items-center gap-x-3 gap-y-1 text-sm sm:grid-cols-[12rem_minmax(0,1fr)_3.5rem]"
            >
              <span className={it.intent === meaning.intent ? 'font-medium' : 'text-ink-2'}>{t(`understanding.intent_name.${it.intent}`)}</span>
              <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-hover max-sm:order-3 max-sm:col-span-2">
                <span className="block h-full rounded-full bg-brand" style={{ width: `${it.confidence * 100}%` }} />
              </span>
              <span className="text-right text-ink-2 tabular-nums">{percent(it.confidence)}</span>
            </li>
          ))}
        </ol>
      </Card>
      <Card aria-label={t('understanding.entities')}>
        <CardHead title={t('understanding.entities')} />
        <div className="px-5 pb-3">
          <Highlighted text={text} entities={meaning.entities} lang={lang} />
        </div>
        {meaning.entities.length === 0 ? (
          <p className="border-t px-5 py-3 text-sm text-ink-2">{t('understanding.entities_none')}</p>
        ) : (
          <ul className="max-h-96 divide-y overflow-y-auto border-t">
            {meaning.entities.map((it) => (
              <li
                key={`${it.type} ${it.start}`}
                className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 px-5 py-2 text-sm sm:grid-cols-[8rem_minmax(0,1fr)_minmax(0,1fr)]"
              >
                <span className="text-ink-3">{t(`understanding.entity.${it.type}`)}</span>
                <span className="font-medium [overflow-wrap:anywhere]">{shownValue(it, wordOf)}</span>
                <span lang={lang} className="text-ink-2 [overflow-wrap:anywhere] max-sm:col-start-2">
                  “{it.text}”
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card aria-label={t('understanding.kept')}>
        <CardHead title={t('understanding.kept')} help={t('understanding.kept_help')} />
        <p lang={lang} dir="auto" className="max-h-60 overflow-y-auto border-t px-5 py-3 text-base whitespace-pre-wrap [overflow-wrap:anywhere]">
          {meaning.redacted === text ? <span className="text-sm text-ink-2">{t('understanding.kept_same')}</span> : meaning.redacted}
        </p>
      </Card>
    </div>
  )
}
