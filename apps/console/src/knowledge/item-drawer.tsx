import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api } from '#api/client.ts'
import type { Category, Item } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { useRevision } from '#api/use-revision.ts'
import { Button } from '#ui/button.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { Field, Input, Select, TextArea } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'
import { categories } from './categories.ts'
import { ItemSource } from './item-row.tsx'
import { baseChanged } from './knowledge-queries.ts'

/** Writes a new thing, or changes one; the words on its page stand below. */
export function ItemDrawer({
  baseId,
  item,
  category,
  onClose,
}: {
  baseId: string
  item: Item | undefined
  category: Category | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const upon = useRevision(item?.revision ?? 0, () => api.knowledge.getItem({ itemId: item!.id }))
  const form = useForm({
    initial: { category: (item?.category ?? category ?? 'business_information') as string, title: item?.title ?? '', text: item?.text ?? '' },
    check: (it) => ({ ...(!it.title.trim() && { title: t('knowledge.title_missing') }), ...(!it.text.trim() && { text: t('knowledge.text_missing') }) }),
    send: ({ category, title, text }) => {
      const written = { category: category as Category, title: title.trim(), text: text.trim() }
      return item ? upon((revision) => api.knowledge.editItem({ itemId: item.id, ...written, revision })) : api.knowledge.addItem({ baseId, ...written })
    },
    onDone: async () => {
      onClose()
      tell(t(item ? 'knowledge.saved' : 'knowledge.added'))
      await baseChanged(baseId)
    },
  })
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={t(item ? 'knowledge.edit' : 'knowledge.add')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="knowledge-item" type="submit" look="primary" busy={form.busy}>
            {t(item ? 'act.save' : 'knowledge.add')}
          </Button>
        </>
      }
    >
      <form id="knowledge-item" noValidate className="grid gap-4" onSubmit={form.onSubmit}>
        <Field label={t('knowledge.category')}>
          {(named) => (
            <Select {...named} {...form.bind('category')}>
              {categories.map((it) => (
                <option key={it} value={it}>
                  {t(`knowledge.category_name.${it}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('knowledge.title')} error={form.errors.title} help={t('knowledge.title_help')}>
          {(named) => <Input {...named} {...form.bind('title')} maxLength={200} />}
        </Field>
        <Field label={t('knowledge.text')} error={form.errors.text}>
          {(named) => <TextArea {...named} {...form.bind('text')} maxLength={8000} rows={8} />}
        </Field>
        <FormTrouble trouble={form.general} />
        {item?.quote && (
          <section className="grid gap-1.5 border-t pt-4 text-sm">
            <h3 className="text-xs font-medium text-ink-2">{t('knowledge.quote')}</h3>
            <blockquote lang={item.language} className="rounded-sm border-l-2 bg-sunken px-3 py-2 whitespace-pre-line [overflow-wrap:anywhere]">
              {item.quote}
            </blockquote>
            <ItemSource item={item} />
            <p className="text-xs text-ink-3">{t('knowledge.edited_help')}</p>
          </section>
        )}
      </form>
    </Drawer>
  )
}
