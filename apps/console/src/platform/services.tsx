import { Lock, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import type { ServiceState } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'
import { Card, CardHead, Page } from '#ui/page.tsx'
import { Empty, SkeletonRows, Strip, Trouble } from '#ui/states.tsx'
import { clock, moment, number, percent, wait } from '#words/figures.ts'
import { useServices } from './use-services.ts'

const tones: Record<ServiceState['state'], Tone> = { well: 'ok', degraded: 'warn', away: 'bad' }
const instanceTones = { well: 'ok', resting: 'warn', away: 'bad' } as const

/** Every service of the installation and its instances, as they do now. For operators. */
export function Services() {
  const { t } = useTranslation()
  const mayRead = useMay('platform:read')
  const { query, live } = useServices(mayRead)
  const { data, error } = query
  if (!mayRead)
    return (
      <Page title={t('platform.title')}>
        <Empty icon={Lock} title={t('state.no_access')} body={t('platform.who_can_grant')} />
      </Page>
    )
  const well = data?.services.filter((it) => it.state === 'well').length ?? 0
  return (
    <Page
      title={t('platform.title')}
      badge={
        data && (
          <Badge dot tone={live ? 'ok' : 'neutral'}>
            {live ? t('platform.live') : clock(data.at)}
          </Badge>
        )
      }
      actions={data && <span className="text-xs text-ink-3 max-sm:hidden">{t('platform.version', { version: data.version })}</span>}
      below={
        !live &&
        data && (
          <Strip tone="warn" role="status">
            <TriangleAlert aria-hidden />
            {t('platform.not_live')}
          </Strip>
        )
      }
    >
      {error && !data ? (
        <Trouble fault={error} onRetry={() => void query.refetch()} />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : (
        <div className="mx-auto grid max-w-320 gap-4">
          <Card className="overflow-hidden">
            <CardHead
              title={t('platform.summary', { well: number(well), all: number(data.services.length) })}
              help={`${t('platform.started', { at: moment(data.startedAt) })} · ${t('platform.last_minutes')}`}
            />
            <div tabIndex={0} role="region" aria-label={t('platform.title')} className="overflow-x-auto border-t">
              <table className="w-full text-sm">
                <thead>
                  <tr className="h-9 border-b bg-sunken text-left text-xs text-ink-2">
                    <th scope="col" className="px-5 font-medium">
                      {t('platform.service')}
                    </th>
                    <th scope="col" className="px-2 font-medium">
                      {t('platform.instances')}
                    </th>
                    <th scope="col" className="px-2 text-right font-medium">
                      {t('platform.requests')}
                    </th>
                    <th scope="col" className="px-2 text-right font-medium">
                      {t('platform.errors')}
                    </th>
                    <th scope="col" className="px-2 pr-5 text-right font-medium">
                      {t('platform.latency')}
                    </th>
                  </tr>
                </thead>
                <tbody className="divide-y">
                  {data.services.map((it) => (
                    <ServiceRow key={it.name} service={it} />
                  ))}
                </tbody>
              </table>
            </div>
          </Card>
        </div>
      )}
    </Page>
  )
}

function ServiceRow({ service }: { service: ServiceState }) {
  const { t } = useTranslation()
  const { name, state, where, instances, requests, errors, p50Ms, p99Ms } = service
  return (
    <tr className="align-top">
      <th scope="row" className="min-w-40 px-5 py-2.5 text-left font-normal">
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{name}</span>
          <Badge dot tone={tones[state]}>
            {t(`platform.state.${state}`)}
          </Badge>
        </span>
        <span className="text-xs text-ink-3">{t('platform.operations', { count: service.operations })}</span>
      </th>
      <td className="min-w-56 px-2 py-2.5">
        {where === 'nowhere' && <span className="text-ink-3">{t('platform.nowhere')}</span>}
        <ul className="grid gap-1.5">
          {instances.map((it) => (
            <li key={it.address ?? ''} className="flex flex-wrap items-center gap-x-2">
              <span className={it.address ? 'font-mono text-xs' : 'text-ink-2'}>{it.address ?? t('platform.here')}</span>
              {(it.state !== 'well' || it.address) && <Badge tone={instanceTones[it.state]}>{t(`platform.instance_state.${it.state}`)}</Badge>}
              {it.address && (
                <span className="text-xs text-ink-3 tabular-nums">
                  {t('platform.in_flight')} {number(it.inFlight)} · {t('platform.failures')} {number(it.failures)}
                  {it.latencyMs !== null && ` · ${wait(it.latencyMs)}`}
                  {it.version && ` · ${t('platform.version', { version: it.version })}`}
                  {it.state === 'away' && it.seenAt && ` · ${t('platform.seen', { at: clock(it.seenAt) })}`}
                </span>
              )}
            </li>
          ))}
        </ul>
      </td>
      <td className="px-2 py-2.5 text-right tabular-nums">{number(requests)}</td>
      <td className={errors > 0 ? 'px-2 py-2.5 text-right text-bad tabular-nums' : 'px-2 py-2.5 text-right text-ink-2 tabular-nums'}>
        {number(errors)}
        {requests > 0 && errors > 0 && ` · ${percent(errors / requests)}`}
      </td>
      <td className="px-2 py-2.5 pr-5 text-right whitespace-nowrap text-ink-2 tabular-nums">
        {p50Ms === null || p99Ms === null ? '–' : `${wait(p50Ms)} · ${wait(p99Ms)}`}
      </td>
    </tr>
  )
}
