import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#ui/button.tsx'
import type { Themes } from './brand-query.ts'

/** How the colours look in a theme, before they are saved. */
export function BrandPreview({ theme, colours }: { theme: keyof Themes; colours: Themes['light'] }) {
  const { t } = useTranslation()
  const worn = { '--brand': colours.main, '--brand-ink': colours.ink, '--brand-text': colours.text } as CSSProperties
  return (
    <div aria-hidden data-theme={theme} style={worn} className="flex flex-wrap items-center gap-3 rounded-md border bg-surface p-3 text-sm text-ink">
      <span className={buttonClass({ look: 'primary' })}>{t('act.save')}</span>
      <span className="rounded-sm bg-selected px-2 py-1 text-brand-text underline">{t('brand.preview_link')}</span>
    </div>
  )
}
