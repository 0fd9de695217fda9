import { useTranslation } from 'react-i18next'
import { CopyButton } from '#ui/copy-button.tsx'

/** A value to enter elsewhere, with its name. */
export function CopyLine({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation()
  return (
    <div className="grid gap-1">
      <span className="text-xs text-ink-2">{label}</span>
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 flex-1 basis-60 rounded-sm border bg-sunken px-2 py-1.5 font-mono text-xs [overflow-wrap:anywhere] select-all">{value}</code>
        <CopyButton text={value} label={t('security.copy')} />
      </div>
    </div>
  )
}
