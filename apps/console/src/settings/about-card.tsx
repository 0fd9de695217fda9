import { useQuery } from '@tanstack/react-query'
import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import { Badge } from '#ui/badge.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { clock } from '#words/figures.ts'
import { version } from '../../../../package.json'

/** The software, and for operators what their server stands on. */
export function AboutCard() {
  const { t } = useTranslation()
  const mayLook = useMay('platform:read')
  return (
    <>
      <Card>
        <CardHead
          title={t('about.title')}
          action={
            <ButtonLink to="/guide/$page" params={{ page: 'changes' }}>
              {t('about.changes')}
            </ButtonLink>
          }
        />
        <dl className="divide-y border-t text-sm">
          <Fact name={t('about.version')}>Myna {version}</Fact>
          <Fact name={t('about.licence')}>
            Apache-2.0
            <span className="block text-xs text-ink-3">{t('about.licence_help')}</span>
          </Fact>
        </dl>
      </Card>
      {mayLook && <ServerCard />}
    </>
  )
}

function ServerCard() {
  const { t } = useTranslation()
  const server = useQuery({ queryKey: ['server'], queryFn: () => api.gateway.getServer({}) })
  if (server.error && !server.data) return <Trouble fault={server.error} onRetry={() => void server.refetch()} />
  return (
    <Card>
      <CardHead
        title={t('about.engines')}
        help={t('about.engines_help')}
        action={server.data && <span className="text-xs text-ink-3">{t('about.looked', { time: clock(server.data.at) })}</span>}
      />
      {!server.data ? (
        <SkeletonRows rows={4} />
      ) : (
        <>
          <ul className="divide-y border-t">
            {server.data.engines.map((it) => (
              <li key={it.name} className="grid gap-1 px-5 py-3">
                <div className="flex flex-wrap items-center gap-2">
                  <h3 lang="en" className="text-sm font-medium">
                    {it.name}
                  </h3>
                  <Badge>{it.kind}</Badge>
                  <Badge tone={it.state === 'well' ? 'ok' : 'bad'} dot>
                    {t(`about.${it.state}`)}
                  </Badge>
                </div>
                <p lang="en" className="text-sm [overflow-wrap:anywhere] text-ink-2">
                  {it.sentence}
                </p>
              </li>
            ))}
          </ul>
          <dl className="divide-y border-t text-sm">
            <Fact name={t('about.server')}>Myna {server.data.version}</Fact>
            {server.data.dataFolder && (
              <Fact name={t('about.folder')}>
                <code className="font-mono text-xs [overflow-wrap:anywhere]">{server.data.dataFolder}</code>
              </Fact>
            )}
          </dl>
        </>
      )}
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 px-5 py-2.5 sm:grid-cols-[10rem_1fr]">
      <dt className="font-medium">{name}</dt>
      <dd className="min-w-0 text-ink-2">{children}</dd>
    </div>
  )
}
