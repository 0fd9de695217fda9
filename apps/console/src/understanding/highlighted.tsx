import clsx from 'clsx'
import { useTranslation } from 'react-i18next'
import type { Understanding } from '#api/shapes.ts'

/** An utterance with what it names marked in it. Entities that overlap one before them are left to the table. */
export function Highlighted({ text, entities, lang }: { text: string; entities: Understanding['entities']; lang: string }) {
  const { t } = useTranslation()
  let at = 0
  const parts = entities
    .toSorted((a, b) => a.start - b.start)
    .flatMap((it) => {
      if (it.start < at || it.end > text.length) return []
      const before = text.slice(at, it.start)
      at = it.end
      return [before, it]
    })
  return (
    <p lang={lang} dir="auto" className="max-h-60 overflow-y-auto text-base leading-8 whitespace-pre-wrap [overflow-wrap:anywhere]">
      {[...parts, text.slice(at)].map((part, i) =>
        typeof part === 'string' ? (
          part
        ) : (
          <mark key={i} className={clsx('rounded-xs box-decoration-clone px-1 py-0.5', tones[part.type])}>
            {part.text}
            <span className="ml-1 text-2xs">{t(`understanding.entity.${part.type}`)}</span>
          </mark>
        ),
      )}
    </p>
  )
}

const tones: Record<Understanding['entities'][number]['type'], string> = {
  person: 'bg-info-bg text-info',
  company: 'bg-info-bg text-info',
  phone: 'bg-ok-bg text-ok',
  email: 'bg-ok-bg text-ok',
  money: 'bg-warn-bg text-warn',
  quantity: 'bg-warn-bg text-warn',
  number: 'bg-warn-bg text-warn',
  time: 'bg-selected text-brand-text',
  duration: 'bg-selected text-brand-text',
  priority: 'bg-bad-bg text-bad',
  status: 'bg-bad-bg text-bad',
}
