import { useTranslation } from 'react-i18next'
import { setTheme, themes, useTheme } from '#shell/theme.ts'
import { Choice } from '#ui/choice.tsx'
import { Page } from '#ui/page.tsx'
import { currentLanguage, languages, speakLanguage } from '#words/language.ts'
import { ControlStories } from './control-stories.tsx'
import { FloatStories } from './float-stories.tsx'
import { ListStories } from './list-stories.tsx'
import { StateStories } from './state-stories.tsx'
import { TokenStories } from './token-stories.tsx'

/** Every component of `ui` in its states, in both themes and all languages. It is served while developing, and is no part of what is built. */
export function Design() {
  const { t } = useTranslation()
  const theme = useTheme()
  return (
    <div className="h-dvh bg-surface">
      <Page
        title="Design"
        below={
          <div className="flex flex-wrap gap-2 border-t px-4 py-2 lg:px-6">
            <Choice label={t('shell.theme')} value={theme} options={themes.map((value) => ({ value, label: t(`shell.theme_${value}`) }))} onChange={setTheme} />
            <Choice label={t('shell.language')} value={currentLanguage()} options={languages} onChange={(language) => void speakLanguage(language)} />
          </div>
        }
      >
        <div className="mx-auto grid max-w-320 items-start gap-4 lg:grid-cols-2">
          <TokenStories />
          <ControlStories />
          <StateStories />
          <FloatStories />
          <ListStories />
        </div>
      </Page>
    </div>
  )
}
