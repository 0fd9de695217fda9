import { useMutation, useQuery } from '@tanstack/react-query'
import { Plus, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { App, AppVersion } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment, percent } from '#words/figures.ts'
import { appsChanged, versionsQuery } from './app-queries.ts'
import { HealthBadge } from './health-badge.tsx'
import { ShareDialog, VersionDialog } from './version-dialogs.tsx'

type Asked = { act: 'activate' | 'remove'; version: AppVersion } | { act: 'share'; version: AppVersion } | { act: 'add' | 'roll_back' }

/** Versions of an application, newest first: which one gets the requests, and which a share of them. */
export function AppVersions({ app, mayWrite }: { app: App; mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const versions = useQuery(versionsQuery(app.id))
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const act = useMutation({
    mutationFn: async ({ act, name, versionId }: { act: 'activate' | 'remove' | 'roll_back' | 'share_end'; name: string; versionId: string }) => {
      const appId = app.id
      if (act === 'activate') await api.apps.activateVersion({ appId, versionId })
      else if (act === 'remove') await api.apps.removeVersion({ appId, versionId })
      else if (act === 'roll_back') await api.apps.rollBack({ appId })
      else await api.apps.shareTraffic({ appId, versionId, percent: 0 })
      return name
    },
    onSuccess: (name, { act }) => {
      close()
      const said = {
        activate: 'applications.activated',
        remove: 'applications.removed',
        roll_back: 'applications.rolled_back',
        share_end: 'applications.trial_ended',
      } as const
      tell(t(said[act], { name }))
    },
    onSettled: appsChanged,
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Card>
      <CardHead
        title={t('applications.tab.versions')}
        help={
          <>
            {t('applications.reach')}{' '}
            <code className="font-mono text-xs [overflow-wrap:anywhere]">
              {location.origin}/api/v1/apps/{app.slug}/run/…
            </code>
          </>
        }
        action={
          mayWrite && (
            <div className="flex flex-wrap gap-2">
              {app.previous && (
                <Button onClick={() => setAsked({ act: 'roll_back' })}>
                  <Undo2 aria-hidden />
                  {t('applications.roll_back')}
                </Button>
              )}
              <Button look="primary" onClick={() => setAsked({ act: 'add' })}>
                <Plus aria-hidden />
                {t('applications.add_version')}
              </Button>
            </div>
          )
        }
      />
      {versions.error && !versions.data ? (
        <Trouble fault={versions.error} onRetry={() => void versions.refetch()} />
      ) : !versions.data ? (
        <SkeletonRows rows={2} />
      ) : (
        <ul className="divide-y border-t">
          {versions.data.map((it) => (
            <li key={it.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
              <div className="min-w-56 flex-1">
                <div className="flex flex-wrap items-center gap-2">
                  <h3 className="text-sm font-medium">{it.name}</h3>
                  {it.role === 'active' && <Badge tone="ok">{t('applications.active')}</Badge>}
                  {it.role === 'trial' && <Badge tone="info">{t('applications.trial', { percent: percent((app.trial?.percent ?? 0) / 100) })}</Badge>}
                  {it.role !== 'idle' && <HealthBadge health={it.health} since={it.healthSince} />}
                </div>
                <p className="text-xs text-ink-3 [overflow-wrap:anywhere]">
                  <span className="font-mono">{it.url}</span> · {moment(it.createdAt)}
                </p>
                {it.notes && <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">{it.notes}</p>}
              </div>
              {mayWrite && it.role !== 'active' && (
                <div className="flex flex-wrap gap-2">
                  {it.role === 'trial' ? (
                    <Button busy={act.isPending} onClick={() => act.mutate({ act: 'share_end', name: it.name, versionId: it.id })}>
                      {t('applications.share_end')}
                    </Button>
                  ) : (
                    <>
                      <Button onClick={() => setAsked({ act: 'share', version: it })}>{t('applications.share')}</Button>
                      <Button look="ghost" aria-label={`${t('applications.remove')}: ${it.name}`} onClick={() => setAsked({ act: 'remove', version: it })}>
                        {t('applications.remove')}
                      </Button>
                    </>
                  )}
                  <Button aria-label={`${t('applications.activate')}: ${it.name}`} onClick={() => setAsked({ act: 'activate', version: it })}>
                    {t('applications.activate')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {asked?.act === 'add' && <VersionDialog appId={app.id} onClose={close} />}
      {asked?.act === 'share' && <ShareDialog app={app} version={asked.version} onClose={close} />}
      {asked?.act === 'roll_back' && app.previous && (
        <Confirm
          open
          onOpenChange={close}
          title={t('applications.roll_back_title', { name: app.previous.name })}
          description={t('applications.roll_back_body', { name: app.previous.name })}
          action={t('applications.roll_back')}
          busy={act.isPending}
          onConfirm={() => act.mutate({ act: 'roll_back', name: app.previous!.name, versionId: app.previous!.id })}
        />
      )}
      {(asked?.act === 'activate' || asked?.act === 'remove') && (
        <Confirm
          open
          onOpenChange={close}
          title={t(asked.act === 'activate' ? 'applications.activate_title' : 'applications.remove_version_title', { name: asked.version.name })}
          description={t(asked.act === 'activate' ? 'applications.activate_body' : 'applications.remove_version_body')}
          action={t(asked.act === 'activate' ? 'applications.activate' : 'applications.remove')}
          busy={act.isPending}
          onConfirm={() => act.mutate({ act: asked.act, name: asked.version.name, versionId: asked.version.id })}
        />
      )}
    </Card>
  )
}
