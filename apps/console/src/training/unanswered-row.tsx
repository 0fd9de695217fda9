import { MessageSquarePlus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Correction, Unanswered } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Tip } from '#ui/tip.tsx'
import { fullMoment, moment, number } from '#words/figures.ts'
import { AnswerForm } from './answer-form.tsx'
import { BeforeAfter } from './before-after.tsx'
import { KnowledgeLink } from './knowledge-link.tsx'
import { htmlLanguage } from '#words/html-language.ts'

type Props = {
  unanswered: Unanswered
  agentName: string | undefined
  mayWrite: boolean
  correction: Correction | undefined
  onAnswered: (correction: Correction) => void
  onDismiss: () => void
}

/** One question nobody could answer: how often and how it was asked, and a place to answer it. */
export function UnansweredRow({ unanswered, agentName, mayWrite, correction, onAnswered, onDismiss }: Props) {
  const { t } = useTranslation()
  const [answering, setAnswering] = useState(false)
  const { question, count, variants, state, lastAskedAt } = unanswered
  const open = state === 'open' && !correction
  const others = variants.filter((it) => it.text !== question)
  return (
    <li className="px-4 py-3 lg:px-6">
      <div className="grid max-w-270 gap-3">
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="min-w-60 flex-1">
            <h2 dir="auto" className="text-base font-medium [overflow-wrap:anywhere]">
              {question}
            </h2>
            <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-ink-3">
              <span className="font-medium text-ink-2 tabular-nums">{t('training.asked', { count, shown: number(count) })}</span>
              <time dateTime={lastAskedAt} title={fullMoment(lastAskedAt)}>
                {t('training.asked_last', { time: moment(lastAskedAt) })}
              </time>
              {agentName && <span>{agentName}</span>}
            </p>
            {others.length > 0 && (
              <details className="mt-1 text-sm">
                <summary className="w-fit rounded-xs py-0.75 text-xs text-ink-2 hover:text-ink">
                  {t('training.variants', { count: others.length, shown: number(others.length) })}
                </summary>
                <ul className="mt-1 grid gap-1 border-l-2 pl-3 text-ink-2">
                  {others.map((it) => (
                    <li key={it.text} lang={htmlLanguage[it.language]} dir="auto" className="[overflow-wrap:anywhere]">
                      {it.text}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
          {mayWrite && open && !answering && (
            <div className="flex items-center gap-1">
              <Button onClick={() => setAnswering(true)} aria-label={`${t('training.answer_act')}: ${question}`}>
                <MessageSquarePlus aria-hidden />
                {t('training.answer_act')}
              </Button>
              <Tip label={t('training.dismiss')}>
                <Button look="ghost" size="icon" aria-label={`${t('training.dismiss')}: ${question}`} onClick={onDismiss}>
                  <X aria-hidden />
                </Button>
              </Tip>
            </div>
          )}
        </div>
        {answering && open && <AnswerForm unanswered={unanswered} onClose={() => setAnswering(false)} onAnswered={onAnswered} />}
        {correction && (
          <div role="status" className="grid gap-2 text-sm">
            <BeforeAfter correction={correction} />
            <KnowledgeLink correction={correction} />
          </div>
        )}
      </div>
    </li>
  )
}
