import { Link, useRouterState } from '@tanstack/react-router'
import { CircleQuestionMark } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#ui/button.tsx'
import { guideFor } from './guide-for.ts'

/** Leads from a page to the guide about it; nothing where there is none. */
export function LearnHow() {
  const { t } = useTranslation()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const guide = guideFor(path)
  if (!guide) return null
  return (
    <Link
      to="/guide/$page"
      params={{ page: guide.page }}
      {...(guide.id && { hash: guide.id })}
      aria-label={t('shell.learn_how')}
      title={t('shell.learn_how')}
      className={buttonClass({ look: 'ghost', size: 'icon' }, 'max-sm:hidden')}
    >
      <CircleQuestionMark aria-hidden />
    </Link>
  )
}
