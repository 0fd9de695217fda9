import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useBrandLook } from '#ui/brand-look.ts'
import { SlowStrip } from '#shell/slow-strip.tsx'
import { BrandMark } from '#ui/brand-mark.tsx'
import { currentLanguage, languages, speakLanguage } from '#words/language.ts'

/** What stands around the pages before one is signed in. */
export function AccountFrame() {
  const { t } = useTranslation()
  const { name } = useBrandLook()
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 items-center gap-2.5 px-5">
        <BrandMark className="size-7" />
        <span className="min-w-0 truncate text-base font-semibold">{name}</span>
        <div role="group" aria-label={t('shell.language')} className="ml-auto flex">
          {languages.map((it) => (
            <button
              key={it.value}
              type="button"
              lang={it.lang}
              aria-pressed={currentLanguage() === it.value}
              onClick={() => void speakLanguage(it.value)}
              className="h-8 rounded-sm px-2 text-sm text-ink-2 hover:bg-hover aria-pressed:font-medium aria-pressed:text-ink coarse:h-11"
            >
              {it.label}
            </button>
          ))}
        </div>
      </header>
      <SlowStrip acts />
      <main className="flex flex-1 justify-center px-4 pt-6 pb-16 sm:items-center sm:pt-0">
        <Outlet />
      </main>
    </div>
  )
}
