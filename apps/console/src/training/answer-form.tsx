import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api } from '#api/client.ts'
import type { Category, Correction, Unanswered } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { categories } from '#knowledge/categories.ts'
import { Button } from '#ui/button.tsx'
import { Field, Select, TextArea } from '#ui/field.tsx'

type Props = { unanswered: Unanswered; onClose: () => void; onAnswered: (correction: Correction) => void }

/** Answers an open question for good: the answer becomes knowledge of the category chosen. */
export function AnswerForm({ unanswered, onClose, onAnswered }: Props) {
  const { t } = useTranslation()
  const form = useForm({
    initial: { answer: '', category: 'support_faq' as string },
    check: (it) => ({ ...(!it.answer.trim() && { answer: t('training.answer_missing') }) }),
    send: (it) => api.brain.answerUnanswered({ unansweredId: unanswered.id, answer: it.answer.trim(), category: it.category as Category }),
    onDone: onAnswered,
  })
  return (
    <form noValidate className="grid gap-3" onSubmit={form.onSubmit} onKeyDown={(event) => event.key === 'Escape' && !form.values.answer && onClose()}>
      <Field label={t('training.answer')} error={form.errors.answer} help={t('training.answer_help')}>
        {(named) => <TextArea {...named} {...form.bind('answer')} autoFocus dir="auto" maxLength={4000} />}
      </Field>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('knowledge.category')} className="min-w-52 flex-1">
          {(named) => <CategorySelect {...named} {...form.bind('category')} />}
        </Field>
        <div className="flex gap-2">
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button type="submit" look="primary" busy={form.busy}>
            {t('training.answer_save')}
          </Button>
        </div>
      </div>
      <FormTrouble trouble={form.general} />
    </form>
  )
}

/** One of the 18 categories. */
export function CategorySelect(props: React.ComponentProps<typeof Select>) {
  const { t } = useTranslation()
  return (
    <Select {...props}>
      {categories.map((it) => (
        <option key={it} value={it}>
          {t(`knowledge.category_name.${it}`)}
        </option>
      ))}
    </Select>
  )
}
