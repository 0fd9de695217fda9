import clsx from 'clsx'
import { CircleAlert, FileText, FileUp, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/page.tsx'
import { Progress } from '#ui/progress.tsx'
import { percent } from '#words/figures.ts'
import { type Upload, useUploads } from './use-uploads.ts'

const accept = '.pdf,.docx,.xlsx,.csv,.txt,.md,.html,.htm'

/** Where files are dropped or chosen to become knowledge, with how far each has come and why one did not. */
export function DocumentDrop({ baseId }: { baseId: string }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { uploads, add, drop } = useUploads(baseId)
  return (
    <Card
      className={clsx('border-dashed p-5 transition-colors duration-100', over && 'border-brand bg-selected')}
      aria-label={t('uploads.title')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        add(event.dataTransfer.files)
      }}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <FileUp aria-hidden className="size-5 shrink-0 text-ink-3 max-sm:hidden" />
        <div className="min-w-52 flex-1">
          <p className="text-sm font-medium">
            <span className="coarse:hidden">{t('uploads.drop')}</span>
            <span className="hidden coarse:inline">{t('uploads.title')}</span>
          </p>
          <p className="text-xs text-ink-3">{t('uploads.help')}</p>
        </div>
        <Button onClick={() => input.current?.click()}>{t('uploads.choose')}</Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accept}
          aria-label={t('uploads.choose')}
          onChange={(event) => {
            add(event.target.files ?? [])
            // The same file may be chosen again once it has been put right.
            event.target.value = ''
          }}
        />
      </div>
      {uploads.length > 0 && (
        <ul aria-label={t('uploads.list')} aria-live="polite" className="mt-4 grid gap-3 border-t pt-4">
          {uploads.map((it) => (
            <UploadRow key={it.id} upload={it} onDrop={() => drop(it.id)} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function UploadRow({ upload: { file, state }, onDrop }: { upload: Upload; onDrop: () => void }) {
  const { t } = useTranslation()
  const failed = state.kind === 'failed'
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 text-sm">
      {failed ? <CircleAlert aria-hidden className="size-4 text-bad" /> : <FileText aria-hidden className="size-4 text-ink-3" />}
      <span className="truncate font-medium">{file.name}</span>
      <span className="flex items-center gap-2 text-xs text-ink-3 tabular-nums">
        {state.kind === 'waiting' && t('uploads.waiting')}
        {state.kind === 'sending' && percent(file.size > 0 ? state.bytes / file.size : 1)}
        {state.kind === 'reading' && t('uploads.reading')}
        <Button look="ghost" size="icon" aria-label={`${t(failed ? 'act.close' : 'act.cancel')}: ${file.name}`} onClick={onDrop}>
          <X aria-hidden />
        </Button>
      </span>
      <span className="col-span-2 col-start-2">
        {failed ? (
          <span className="text-bad">{state.sentence}</span>
        ) : (
          <Progress
            label={t('uploads.progress', { name: file.name })}
            {...(state.kind === 'sending' ? { done: state.bytes, of: file.size } : state.kind === 'waiting' && { done: 0, of: 1 })}
          />
        )}
      </span>
    </li>
  )
}
