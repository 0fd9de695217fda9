import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { languageNames } from '#agents/spoken-languages.ts'
import { api } from '#api/client.ts'
import { Badge } from '#ui/badge.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'

/** What speaks and listens on this server, and what is missing; `without` leaves some out by name. */
export function SpeechCard({ title, help, without = [] }: { title?: string; help?: string; without?: readonly string[] }) {
  const { t } = useTranslation()
  const engines = useQuery({ queryKey: ['engines'], queryFn: async () => (await api.voice.listEngines({})).engines })
  return (
    <Card>
      <CardHead
        title={title ?? t('settings.engines')}
        help={help ?? t('settings.engines_help')}
        action={
          <Link to="/guide/$page" params={{ page: 'phone' }} hash="speech" className="text-sm text-brand-text hover:underline">
            {t('shell.learn_how')}
          </Link>
        }
      />
      {engines.error && !engines.data ? (
        <Trouble fault={engines.error} onRetry={() => void engines.refetch()} />
      ) : !engines.data ? (
        <SkeletonRows rows={2} />
      ) : (
        <ul className="divide-y border-t">
          {engines.data
            .filter((it) => !without.includes(it.name))
            .map((it) => (
              <li key={`${it.kind} ${it.name}`} className="grid gap-1 px-5 py-4">
                <div className="flex flex-wrap items-center gap-2">
                  <h3 className="text-sm font-medium">{it.name}</h3>
                  <Badge>{t(`settings.${it.kind}`)}</Badge>
                  <Badge tone={it.available ? 'ok' : 'warn'}>{t(it.available ? 'settings.available' : 'settings.unavailable')}</Badge>
                </div>
                <p className="text-sm text-ink-2">{it.sentence}</p>
                {it.languages.length > 0 && <p className="text-xs text-ink-3">{languageNames(t, it.languages)}</p>}
              </li>
            ))}
        </ul>
      )}
    </Card>
  )
}
