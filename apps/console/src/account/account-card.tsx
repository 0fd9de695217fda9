import { CircleAlert } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Told } from '#api/fault-words.ts'
import { useBrandLook } from '#ui/brand-look.ts'
import { CopyButton } from '#ui/copy-button.tsx'

/** The white card of a page before signing in. */
export function AccountCard({ title, help, children, foot }: { title: string; help?: ReactNode; children?: ReactNode; foot?: ReactNode }) {
  const { name } = useBrandLook()
  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])
  return (
    <div className="w-full max-w-100">
      <div className="rounded-lg border bg-surface p-6 sm:p-8">
        <h1 className="text-xl font-semibold">{title}</h1>
        {help && <p className="mt-1 text-sm text-ink-2">{help}</p>}
        <div className="mt-5">{children}</div>
      </div>
      {foot && <p className="mt-4 text-center text-sm text-ink-2">{foot}</p>}
    </div>
  )
}

/** What is wrong with the form as a whole. */
export function FormTrouble({ trouble }: { trouble: (Pick<Told, 'sentence' | 'traceId'> & Partial<Told>) | undefined }) {
  const { t } = useTranslation()
  if (!trouble) return null
  return (
    <div role="alert" className="flex items-start gap-2 rounded-sm bg-bad-bg px-3 py-2 text-sm text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        <p>{trouble.sentence}</p>
        {trouble.traceId && trouble.code?.startsWith('server.') && <p>{t('state.rest_works')}</p>}
        {trouble.traceId && (
          <div className="pt-2">
            <CopyButton text={trouble.traceId} label={t('state.copy_request_id')} />
          </div>
        )}
      </div>
    </div>
  )
}

/** The classes of a link in running text. */
export const textLink = 'font-medium text-brand-text underline decoration-brand-text/40 underline-offset-3 hover:decoration-brand-text'
