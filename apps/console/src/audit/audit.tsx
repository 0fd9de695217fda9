import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Download, ScrollText, ShieldAlert, ShieldCheck } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import { saveFile } from '#api/save-file.ts'
import type { AuditEntry, AuditVerdict } from '#api/shapes.ts'
import { useEndless } from '#api/use-endless.ts'
import { Button } from '#ui/button.tsx'
import { SmallInput } from '#ui/field.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { ListBody } from '#ui/list-body.tsx'
import { Page } from '#ui/page.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { SavedViews } from '#ui/saved-views.tsx'
import { Empty } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { everything } from '#ui/view-address.ts'
import { When } from '#ui/when.tsx'
import { number } from '#words/figures.ts'
import { dayStart, nextDayStart } from './day-bounds.ts'
import { EntryDrawer } from './entry-drawer.tsx'

const idOf = (it: AuditEntry) => it.id

/** Who did what, from where; whole or not, provably. */
export function Audit() {
  const { t, i18n } = useTranslation()
  const words = useFaultWords()
  const search = useSearch({ from: '/shell/audit' })
  const mayRead = useMay('audit:read')
  const narrow = useNarrow()
  const open = useCallback((it: AuditEntry) => narrow({ open: it.id }, { push: true }), [narrow])
  const from = dayStart(search.from)
  const to = nextDayStart(search.to)
  const filter = {
    ...(search.q && { q: search.q }),
    ...(search.actor && { actor: search.actor }),
    ...(search.subject && { subject: search.subject }),
    ...(search.action && { action: search.action }),
    ...(from && { from }),
    ...(to && { to }),
  }
  const list = useEndless<AuditEntry>({
    key: ['audit', filter],
    ask: (page) => api.audit.listEntries({ ...filter, ...page }),
    idOf,
    seek: search.open,
    enabled: mayRead,
  })
  const entries = list.items
  const shown = search.open ? entries?.find((it) => it.id === search.open) : undefined
  const verify = useMutation({ mutationFn: () => api.audit.verifyChain({}), onError: (fault) => tellTrouble(words(fault)) })
  const download = useMutation({
    mutationFn: async () => {
      const chunks: BlobPart[] = []
      for await (const chunk of api.audit.exportEntries({ ...(from && { from }), ...(to && { to }) })) chunks.push(chunk as Uint8Array<ArrayBuffer>)
      return new Blob(chunks)
    },
    onSuccess: async (file) => {
      const lines = (await file.text()).split('\n').filter(Boolean).length
      saveEntries([file])
      tell(t('audit.exported', { shown: number(lines) }))
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  const columns = useColumns(i18n.language, open)

  if (!mayRead)
    return (
      <Page title={t('audit.title')}>
        <NoAccess />
      </Page>
    )
  const actions = [...new Set([...(search.action ? [search.action] : []), ...(entries ?? []).map((it) => it.action)])].sort((a, b) => a.localeCompare(b))
  return (
    <Page
      flush
      title={t('audit.title')}
      actions={
        <>
          <Button busy={download.isPending} onClick={() => download.mutate()}>
            <Download aria-hidden />
            <span className="max-sm:sr-only">{t('audit.export')}</span>
          </Button>
          <Button look="primary" busy={verify.isPending} onClick={() => verify.mutate()}>
            {!verify.isPending && <ShieldCheck aria-hidden />}
            {verify.isPending ? t('audit.verifying') : t('audit.verify')}
          </Button>
        </>
      }
      below={
        <>
          {verify.data && <Verdict verdict={verify.data} />}
          <FilterBar
            label={t('audit.search')}
            q={search.q ?? ''}
            onQ={(q) => narrow({ q })}
            choices={[
              {
                label: t('audit.action'),
                value: search.action ?? '',
                options: [{ value: '', label: t('audit.any_action') }, ...actions.map((value) => ({ value, label: value }))],
                onChange: (action) => narrow({ action }),
              },
              // These two are set by links from elsewhere, and can only be taken away here.
              ...(['actor', 'subject'] as const).flatMap((it) => {
                const value = search[it]
                const name = it === 'actor' ? entries?.find((entry) => entry.actor === value)?.actorName : undefined
                const choice = {
                  label: t(`audit.${it}`),
                  value: value ?? '',
                  options: [
                    { value: '', label: t('audit.anything') },
                    { value: value ?? '', label: name ?? value ?? '' },
                  ],
                }
                return value ? [{ ...choice, onChange: (next: string | undefined) => narrow({ [it]: next }) }] : []
              }),
            ]}
            views={<SavedViews list="audit" />}
          >
            <SmallInput
              type="date"
              aria-label={t('audit.from')}
              value={search.from ?? ''}
              max={search.to}
              onChange={(event) => narrow({ from: event.target.value || undefined })}
              className="!w-36"
            />
            <SmallInput
              type="date"
              aria-label={t('audit.to')}
              value={search.to ?? ''}
              min={search.from}
              onChange={(event) => narrow({ to: event.target.value || undefined })}
              className="!w-36"
            />
          </FilterBar>
        </>
      }
    >
      <ListBody
        rows={entries}
        error={list.error}
        onRetry={() => void list.refetch()}
        noMatch={
          Object.keys(filter).length > 0
            ? {
                title: t('audit.none_match'),
                body: t('audit.none_match_body'),
                onClear: () =>
                  narrow({ q: undefined, action: undefined, actor: undefined, subject: undefined, from: undefined, to: undefined, view: everything }),
              }
            : undefined
        }
        empty={<Empty icon={ScrollText} title={t('audit.empty')} body={t('audit.empty_body')} />}
      >
        {(shown) => (
          <RowTable
            plain
            label={t('audit.title')}
            rows={shown}
            columns={columns}
            keyOf={idOf}
            answerTo={JSON.stringify(filter)}
            openKey={search.open}
            onOpen={open}
            rowHeight={48}
            onEnd={list.onEnd}
            selection={{
              nameOf: (it) => t('audit.entry', { sequence: number(it.sequence) }),
              acts: ({ rows }) => (
                <Button size="small" onClick={() => saveEntries(rows().map((it) => `${JSON.stringify(it)}\n`))}>
                  <Download aria-hidden />
                  {t('lists.export')}
                </Button>
              ),
            }}
          />
        )}
      </ListBody>
      {shown && <EntryDrawer key={shown.id} entry={shown} onClose={() => narrow({ open: undefined })} />}
    </Page>
  )
}

function saveEntries(parts: BlobPart[]): void {
  saveFile(`audit-${new Date().toISOString().slice(0, 10)}.jsonl`, 'application/x-ndjson', new Blob(parts))
}

function useColumns(language: string, onOpen: (entry: AuditEntry) => void): Column<AuditEntry>[] {
  const { t } = useTranslation()
  return useMemo<Column<AuditEntry>[]>(
    () => [
      {
        name: 'sequence',
        head: t('audit.sequence'),
        width: '3.5rem',
        lean: true,
        cell: (it) => <span className="text-ink-3 tabular-nums">{number(it.sequence)}</span>,
      },
      {
        name: 'action',
        head: t('audit.action'),
        width: 'minmax(0,1.2fr)',
        cell: (it) => (
          <button type="button" onClick={() => onOpen(it)} className="block min-h-6 max-w-full truncate rounded-xs font-mono text-xs hover:underline">
            {it.action}
          </button>
        ),
      },
      { name: 'actor', head: t('audit.actor'), width: 'minmax(0,1.2fr)', cell: (it) => <span className="block truncate">{it.actorName ?? it.actor}</span> },
      {
        name: 'subject',
        head: t('audit.subject'),
        width: 'minmax(0,1.6fr)',
        lean: true,
        cell: (it) => <code className="block truncate font-mono text-xs text-ink-2">{it.subject}</code>,
      },
      {
        name: 'ip',
        head: t('audit.ip'),
        width: '8rem',
        lean: true,
        cell: (it) => <span className="block truncate font-mono text-xs text-ink-2">{it.ip}</span>,
      },
      {
        name: 'at',
        head: t('audit.when'),
        width: 'minmax(4.5rem,8rem)',
        right: true,
        cell: (it) => <When at={it.at} />,
      },
    ],
    [t, language, onOpen],
  )
}

function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const { t } = useTranslation()
  if (verdict.intact)
    return (
      <div role="status" className="flex items-start gap-2.5 bg-ok-bg px-4 py-2.5 text-sm text-ok lg:px-6">
        <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
        <p>
          <strong className="font-semibold">{t('audit.intact')}.</strong> {t('audit.intact_help', { count: verdict.entries, shown: number(verdict.entries) })}
        </p>
      </div>
    )
  return (
    <div role="alert" className="flex items-start gap-2.5 bg-bad-bg px-4 py-2.5 text-sm text-bad lg:px-6">
      <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p>
          <strong className="font-semibold">{t('audit.broken')}.</strong> {t('audit.broken_help', { count: verdict.problems.length })}
        </p>
        <ul className="mt-1 max-h-32 list-disc overflow-y-auto pl-5">
          {verdict.problems.map((it) => (
            <li key={`${it.sequence} ${it.problem}`}>
              {t('audit.entry', { sequence: number(it.sequence) })}: {it.sentence}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
