import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api } from '#api/client.ts'
import type { Category, Correction } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { CategorySelect } from '#training/answer-form.tsx'
import { BeforeAfter } from '#training/before-after.tsx'
import { KnowledgeLink } from '#training/knowledge-link.tsx'
import { trainingChanged } from '#training/training-queries.ts'
import { Button } from '#ui/button.tsx'
import { Dialog, FormButtons } from '#ui/dialog.tsx'
import { Field, Input, TextArea } from '#ui/field.tsx'

/** What is to be put right: an answer of a past call and the question it answered. */
export type Wrong = { conversationId: string; turnId: string; question: string; answer: string }

const longestQuestion = 200

/** Says what an agent should have answered; then shows what it said before and says now. */
export function CorrectDialog({ wrong, onClose }: { wrong: Wrong; onClose: () => void }) {
  const { t } = useTranslation()
  const [correction, setCorrection] = useState<Correction>()
  const form = useForm({
    initial: { question: wrong.question.slice(0, longestQuestion), answer: wrong.answer.slice(0, 4000), category: 'support_faq' as string },
    check: (it) => ({
      ...(!it.question.trim() && { question: t('training.question_missing') }),
      ...(!it.answer.trim() && { answer: t('training.answer_missing') }),
    }),
    send: ({ question, answer, category }) =>
      api.brain.correctTurn({
        conversationId: wrong.conversationId,
        turnId: wrong.turnId,
        question: question.trim(),
        answer: answer.trim(),
        category: category as Category,
      }),
    onDone: async (made) => {
      setCorrection(made)
      await trainingChanged(made.baseId)
    },
  })
  if (correction)
    return (
      <Dialog
        open
        wide
        onOpenChange={onClose}
        title={t('training.saved')}
        footer={
          <Button look="primary" autoFocus onClick={onClose}>
            {t('act.close')}
          </Button>
        }
      >
        <div className="grid gap-3 pb-1 text-sm">
          <p dir="auto" className="text-base font-medium [overflow-wrap:anywhere]">
            {correction.question}
          </p>
          <BeforeAfter correction={correction} />
          <KnowledgeLink correction={correction} />
        </div>
      </Dialog>
    )
  return (
    <Dialog
      open
      wide
      modalOnly
      onOpenChange={onClose}
      title={t('training.correct')}
      description={t('training.correct_help')}
      footer={
        <FormButtons form="correction" busy={form.busy} onCancel={onClose}>
          {t('training.answer_save')}
        </FormButtons>
      }
    >
      <form id="correction" noValidate className="grid gap-4 pb-1" onSubmit={form.onSubmit}>
        <Field label={t('training.question')} error={form.errors.question} help={t('training.question_help')}>
          {(named) => <Input {...named} {...form.bind('question')} dir="auto" maxLength={longestQuestion} />}
        </Field>
        <Field label={t('training.right_answer')} error={form.errors.answer}>
          {(named) => <TextArea {...named} {...form.bind('answer')} dir="auto" maxLength={4000} rows={4} />}
        </Field>
        <Field label={t('knowledge.category')}>{(named) => <CategorySelect {...named} {...form.bind('category')} />}</Field>
        <FormTrouble trouble={form.general} />
      </form>
    </Dialog>
  )
}
