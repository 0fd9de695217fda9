import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** Copies a text and says so. */
export function CopyButton({ text, label, small }: { text: string; label: string; small?: boolean }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  return (
    <Button
      {...(small && { size: 'icon' as const, look: 'ghost' as const })}
      onClick={async () => {
        await navigator.clipboard.writeText(text)
        setCopied(true)
        setTimeout(() => setCopied(false), 2000)
      }}
    >
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite" className={small ? 'sr-only' : undefined}>
        {copied ? t('state.copied') : label}
      </span>
    </Button>
  )
}
