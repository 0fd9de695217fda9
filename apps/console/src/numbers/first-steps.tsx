import type { ReactNode } from 'react'
import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { textLink } from '#account/account-card.tsx'
import { Card, CardHead } from '#ui/page.tsx'

const steps = ['account', 'credentials', 'connect', 'number', 'agent'] as const
const links: Partial<Record<(typeof steps)[number], string>> = { account: 'https://www.twilio.com/try-twilio', credentials: 'https://console.twilio.com' }

/** What a page without numbers teaches: from an account at Twilio to an agent that answers. */
export function FirstSteps({ action, canOpen }: { action: ReactNode; canOpen: boolean }) {
  const { t } = useTranslation()
  // Where accounts are lent, the first two steps are somebody else's.
  const shown = canOpen ? steps.slice(2) : steps
  return (
    <Card>
      <CardHead title={t('numbers.steps_title')} help={canOpen ? t('numbers.open_here_help') : t('numbers.steps_help')} />
      <ol className="grid gap-5 px-5 pt-2 pb-5">
        {shown.map((step, i) => (
          <li key={step} className="flex gap-4">
            <span
              aria-hidden
              className="flex size-7 shrink-0 items-center justify-center rounded-full border border-line-strong text-sm font-medium tabular-nums text-ink-2"
            >
              {i + 1}
            </span>
            <div className="grid min-w-0 gap-1">
              <h3 className="text-base font-medium">{t(`numbers.steps.${step}`)}</h3>
              <p className="text-sm text-ink-2">{t(`numbers.steps.${step}_help`)}</p>
              {links[step] && (
                <a
                  href={links[step]}
                  target="_blank"
                  rel="noreferrer noopener"
                  className={`${textLink} inline-flex min-h-6 items-center gap-1 justify-self-start text-sm`}
                >
                  {new URL(links[step]).host}
                  <ExternalLink aria-hidden className="size-3" />
                  <span className="sr-only">{t('act.new_window')}</span>
                </a>
              )}
              {step === 'connect' && action && <div className="pt-1.5">{action}</div>}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
