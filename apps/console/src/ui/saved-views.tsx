import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Bookmark, BookmarkPlus, Save, Star, StarOff, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useForm } from '#api/use-form.ts'
import type { View } from '#api/shapes.ts'
import { Button } from './button.tsx'
import { Dialog, FormButtons } from './dialog.tsx'
import { Field, Input, Tick } from './field.tsx'
import { Menu, MenuChoice, MenuItem, MenuLine } from './menu.tsx'
import { tell, tellTrouble } from './toast.tsx'
import { everything, isBare, sameSearch, viewPart } from './view-address.ts'

type Search = Record<string, string | undefined>
const queryKey = ['views']

/** The views a person keeps of a list: chosen, saved, and one of them as what the list opens with. */
export function SavedViews({ list }: { list: string }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const navigate = useNavigate()
  const search: Search = useSearch({ strict: false })
  const [saving, setSaving] = useState(false)
  const all = useQuery({ queryKey, queryFn: async () => (await api.workspace.listViews({})).items, staleTime: Number.POSITIVE_INFINITY })
  const views = all.data?.filter((it) => it.list === list) ?? []
  const first = views.find((it) => it.isDefault)
  const current = views.find((it) => it.id === search['view'])
  const here = viewPart(search)
  const go = (next: Search) => void navigate({ to: '.', search: (({ tab }: Search) => ({ ...(tab && { tab }), ...next })) as never, replace: true })
  const show = (it: View | undefined) => go(it ? { ...it.search, view: it.id } : first ? { view: everything } : {})

  // Only who comes to the list as such is led to their view; a link to certain rows stays what it is.
  const came = useRef(isBare(search))
  useEffect(() => {
    if (!all.data) return
    if (came.current && first) show(first)
    came.current = false
  }, [all.data])

  const write = useMutation({
    mutationFn: (it: View) => api.workspace.saveView(it),
    onSuccess: (saved) => tell(t('views.saved', { name: saved.name })),
    onError: (fault) => tellTrouble(words(fault)),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
  const remove = useMutation({
    mutationFn: (it: View) => api.workspace.deleteView({ viewId: it.id }),
    onSuccess: (_, it) => {
      go(here)
      tell(t('views.deleted', { name: it.name }), { label: t('act.undo'), run: () => write.mutate(it) })
    },
    onError: (fault) => tellTrouble(words(fault)),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })

  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button look="ghost" aria-label={`${t('views.label')}: ${current?.name ?? t('views.all')}`}>
            <Bookmark aria-hidden className={current && 'fill-current'} />
            <span className="max-w-40 truncate">{current?.name ?? t('views.label')}</span>
          </Button>
        }
      >
        <MenuChoice
          label={t('views.label')}
          value={current?.id ?? (Object.keys(here).length === 0 ? everything : '')}
          options={[
            { value: everything, label: t('views.all') },
            ...views.map((it) => ({ value: it.id, label: it.isDefault ? `${it.name} · ${t('views.is_default')}` : it.name })),
          ]}
          onChange={(id) => show(views.find((it) => it.id === id))}
        />
        <MenuLine />
        {current && !sameSearch(current.search, here) && (
          <MenuItem onSelect={() => write.mutate({ ...current, search: here })}>
            <Save aria-hidden />
            <span className="truncate">{t('views.save_changes', { name: current.name })}</span>
          </MenuItem>
        )}
        <MenuItem onSelect={() => setSaving(true)}>
          <BookmarkPlus aria-hidden />
          {t('views.save_new')}
        </MenuItem>
        {current && (
          <>
            <MenuItem onSelect={() => write.mutate({ ...current, isDefault: !current.isDefault })}>
              {current.isDefault ? <StarOff aria-hidden /> : <Star aria-hidden />}
              {t(current.isDefault ? 'views.no_default' : 'views.make_default')}
            </MenuItem>
            <MenuItem danger onSelect={() => remove.mutate(current)}>
              <Trash2 aria-hidden />
              {t('views.delete')}
            </MenuItem>
          </>
        )}
      </Menu>
      {saving && <SaveView list={list} search={here} onClose={() => setSaving(false)} onSaved={show} />}
    </>
  )
}

function SaveView({ list, search, onClose, onSaved }: { list: string; search: View['search']; onClose: () => void; onSaved: (view: View) => void }) {
  const { t } = useTranslation()
  const [isDefault, setIsDefault] = useState(false)
  const form = useForm({
    initial: { name: '' },
    check: (it) => (it.name.trim() ? {} : { name: t('views.name_missing') }),
    send: (it) => api.workspace.saveView({ list, search, name: it.name.trim(), isDefault }),
    faultAt: { 'workspace.view_name_taken': 'name', 'workspace.too_many_views': 'name' },
    onDone: async (saved) => {
      onClose()
      onSaved(saved)
      tell(t('views.saved', { name: saved.name }))
      await queryClient.invalidateQueries({ queryKey })
    },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('views.save_new')}
      description={t('views.save_help')}
      footer={
        <FormButtons form="view" busy={form.busy} onCancel={onClose}>
          {t('views.save')}
        </FormButtons>
      }
    >
      <form id="view" noValidate className="grid gap-4 pb-1" onSubmit={form.onSubmit}>
        <Field label={t('views.name')} error={form.errors.name ?? form.general?.sentence}>
          {(named) => <Input {...named} {...form.bind('name')} dir="auto" maxLength={60} autoFocus />}
        </Field>
        <Tick label={t('views.make_default')} checked={isDefault} onChange={(event) => setIsDefault(event.target.checked)} />
      </form>
    </Dialog>
  )
}
