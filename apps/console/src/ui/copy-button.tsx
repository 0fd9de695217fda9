import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** Copies a text and says so. */
export function CopyButton({ text, label, small }: { text: string; label: string; small?: boolean }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const [refused, setRefused] = useState(false)
  return (
    <Button
      {...(small && { size: 'icon' as const, look: 'ghost' as const })}
      onClick={async () => {
        try {
          await navigator.clipboard.writeText(text)
          setCopied(true)
          setTimeout(() => setCopied(false), 2000)
        } catch {
          // A browser gives no clipboard to a page without HTTPS: the text itself can be marked and copied by hand.
          setRefused(true)
        }
      }}
    >
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite" className={small && !refused ? 'sr-only' : refused ? 'select-all' : undefined}>
        {copied ? t('state.copied') : refused ? text : label}
      </span>
    </Button>
  )
}
