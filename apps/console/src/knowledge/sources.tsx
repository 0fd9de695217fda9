import { useMutation, useQuery } from '@tanstack/react-query'
import { FileText, Globe, List, Plus, RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { websiteAddress } from '#agents/website-address.ts'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Agent, Source } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Badge, type Tone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { Card } from '#ui/page.tsx'
import { Progress } from '#ui/progress.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment, number } from '#words/figures.ts'
import { DocumentDrop } from './document-drop.tsx'
import { baseChanged, sourcesQuery } from './knowledge-queries.ts'
import { useReading } from './read-source.ts'
import { shortAddress } from './short-address.ts'
import { SourcePages } from './source-pages.tsx'

const tones: Record<Source['status'], Tone> = { new: 'neutral', reading: 'info', read: 'ok', failed: 'bad' }

/** The websites and documents knowledge comes from: read again, look at their parts, remove, add. */
export function Sources({ agent }: { agent: Agent }) {
  const { t } = useTranslation()
  const mayWrite = useMay('knowledge:write')
  const list = useQuery(sourcesQuery(agent.baseId))
  const { reading, failed, read, stop } = useReading(agent.baseId)
  const [open, setOpen] = useState<{ source: Source; to: 'pages' | 'remove' }>()
  if (list.error && !list.data) return <Trouble fault={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonRows rows={2} className="h-20" />
  return (
    <div className="relative h-full overflow-y-auto px-4 py-5 lg:px-6">
      <div className="mx-auto grid max-w-180 gap-4">
        {list.data.length === 0 && <Empty icon={Globe} title={t('uploads.sources_empty')} body={t('uploads.sources_empty_body')} />}
        {list.data.map((source) => {
          const now = reading?.sourceId === source.id ? reading : undefined
          const isFile = source.kind === 'document'
          const Icon = isFile ? FileText : Globe
          const busy = now !== undefined || source.status === 'reading'
          return (
            <Card key={source.id} className="grid gap-2 px-5 py-4">
              <div className="flex flex-wrap items-center gap-2">
                <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
                <h2 className="min-w-0 flex-1 text-base font-medium [overflow-wrap:anywhere]">{shortAddress(source.url)}</h2>
                <Badge tone={busy ? 'info' : tones[source.status]}>{t(`knowledge.source_status.${busy ? 'reading' : source.status}`)}</Badge>
              </div>
              <p className="text-sm text-ink-2">
                {source.readAt ? t('knowledge.last_read', { time: moment(source.readAt) }) : t('knowledge.never_read')} ·{' '}
                {t(isFile ? 'uploads.parts' : 'knowledge.pages_count', { count: source.pageCount, shown: number(source.pageCount) })}
              </p>
              {isFile && source.leftOut > 0 && (
                <p className="text-sm text-warn">
                  {t(/\.pdf$/i.test(shortAddress(source.url)) ? 'uploads.left_out_pages' : 'uploads.left_out_rows', {
                    count: source.leftOut,
                    shown: number(source.leftOut),
                  })}
                </p>
              )}
              {source.fault && !busy && <SourceFault code={source.fault} />}
              {failed?.sourceId === source.id && (
                <p role="alert" className="text-sm text-bad">
                  {failed.sentence}
                </p>
              )}
              {now && (
                <div role="status" className="grid gap-1.5 text-sm text-ink-2">
                  <span className="truncate">{now.sentence}</span>
                  <Progress label={t('knowledge.reading')} done={now.done} of={now.of} />
                </div>
              )}
              <div className="flex flex-wrap gap-2 pt-1">
                {mayWrite &&
                  !isFile &&
                  (now ? (
                    <Button onClick={stop}>{t('knowledge.stop_reading')}</Button>
                  ) : (
                    <Button disabled={busy || reading !== undefined} onClick={() => void read(source)}>
                      <RefreshCw aria-hidden />
                      {t('knowledge.read_again')}
                    </Button>
                  ))}
                <Button look="ghost" onClick={() => setOpen({ source, to: 'pages' })}>
                  <List aria-hidden />
                  {t(isFile ? 'uploads.whole' : 'knowledge.pages')}
                </Button>
                {mayWrite && (
                  <Button look="ghost" disabled={busy} onClick={() => setOpen({ source, to: 'remove' })}>
                    <Trash2 aria-hidden />
                    {t(isFile ? 'uploads.remove' : 'knowledge.remove_source')}
                  </Button>
                )}
              </div>
            </Card>
          )
        })}
        {mayWrite && <DocumentDrop baseId={agent.baseId} />}
        {mayWrite && <AddSource baseId={agent.baseId} onAdded={(source) => void read(source)} />}
      </div>
      {open?.to === 'pages' && <SourcePages source={open.source} onClose={() => setOpen(undefined)} />}
      {open?.to === 'remove' && <RemoveSource source={open.source} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function SourceFault({ code }: { code: string }) {
  const { t, i18n } = useTranslation()
  const key = `faults.${code}`
  return <p className="text-sm text-bad">{i18n.exists(key) ? (t as (key: string) => string)(key) : code}</p>
}

function AddSource({ baseId, onAdded }: { baseId: string; onAdded: (source: Source) => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initial: { url: '' },
    check: (it) => (websiteAddress(it.url) ? {} : { url: t('create.url_wrong') }),
    send: (it) => api.knowledge.addSource({ baseId, url: websiteAddress(it.url)! }),
    onDone: async (source) => {
      form.set({ url: '' })
      await baseChanged(baseId)
      onAdded(source)
    },
    faultAt: { 'knowledge.address_unusable': 'url', 'knowledge.address_private': 'url', 'knowledge.source_taken': 'url' },
  })
  return (
    <Card className="p-5">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3">
        <Field label={t('knowledge.url')} error={form.errors.url}>
          {(named) => (
            <div className="flex gap-2">
              <Input
                {...named}
                {...form.bind('url')}
                inputMode="url"
                autoCapitalize="none"
                spellCheck={false}
                placeholder="https://example.com"
                maxLength={2000}
              />
              <Button type="submit" size="large" busy={form.busy}>
                <Plus aria-hidden />
                {t('knowledge.add_source')}
              </Button>
            </div>
          )}
        </Field>
        <FormTrouble trouble={form.general} />
      </form>
    </Card>
  )
}

function RemoveSource({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const address = shortAddress(source.url)
  const remove = useMutation({
    mutationFn: () => api.knowledge.deleteSource({ sourceId: source.id }),
    onSuccess: async () => {
      onClose()
      tell(t('knowledge.source_removed', { address }))
      await baseChanged(source.baseId)
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={t('knowledge.remove_source_title', { address })}
      description={t(source.kind === 'document' ? 'uploads.remove_body' : 'knowledge.remove_source_body')}
      action={t(source.kind === 'document' ? 'uploads.remove' : 'knowledge.remove_source')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    />
  )
}
