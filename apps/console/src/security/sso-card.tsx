import { useMutation, useQuery } from '@tanstack/react-query'
import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { begunFlow } from '#account/begun-flow.ts'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { SsoConnection } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { Switch } from '#ui/switch.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment } from '#words/figures.ts'
import { CopyLine } from './copy-line.tsx'
import { askSecurityAnew, ssoQuery } from './security-queries.ts'
import { SsoDialog } from './sso-dialog.tsx'

/** Identity providers of the organisation. */
export function SsoCard() {
  const { t } = useTranslation()
  const connections = useQuery(ssoQuery)
  const [adding, setAdding] = useState(false)
  return (
    <Card aria-label={t('security.sso')}>
      <CardHead title={t('security.sso')} help={t('security.sso_help')} action={<Button onClick={() => setAdding(true)}>{t('security.sso_add')}</Button>} />
      {connections.error && !connections.data ? (
        <Trouble fault={connections.error} onRetry={() => void connections.refetch()} className="!py-6" />
      ) : !connections.data ? (
        <SkeletonRows rows={1} />
      ) : connections.data.length === 0 ? (
        <p className="border-t px-5 py-3 text-sm text-ink-2">{t('security.sso_none')}</p>
      ) : (
        <ul className="divide-y border-t">
          {connections.data.map((it) => (
            <Connection key={it.id} connection={it} />
          ))}
        </ul>
      )}
      {adding && <SsoDialog onClose={() => setAdding(false)} />}
    </Card>
  )
}

function Connection({ connection }: { connection: SsoConnection }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [open, setOpen] = useState<'edit' | 'delete'>()
  const trouble = (fault: unknown) => tellTrouble(words(fault))
  const update = useMutation({
    mutationFn: (change: { active?: boolean; enforced?: boolean }) => api.identity.updateSsoConnection({ connectionId: connection.id, ...change }),
    onSuccess: askSecurityAnew,
    onError: trouble,
  })
  const test = useMutation({
    mutationFn: () => api.identity.beginExternalSignIn({ connectionId: connection.id, returnTo: '/security?tab=organisation' }),
    onSuccess: ({ url, flow }) => {
      begunFlow.keep({ flow, from: '/security' })
      location.assign(url)
    },
    onError: trouble,
  })
  const remove = useMutation({
    mutationFn: () => api.identity.deleteSsoConnection({ connectionId: connection.id }),
    onSuccess: async () => {
      setOpen(undefined)
      tell(t('security.sso_deleted', { name: connection.name }))
      await askSecurityAnew()
    },
    onError: trouble,
  })
  return (
    <li className="grid gap-4 px-5 py-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 text-sm font-semibold [overflow-wrap:anywhere]">{connection.name}</h3>
        <Badge>{connection.kind === 'saml' ? 'SAML 2.0' : 'OpenID Connect'}</Badge>
        {!connection.active && <Badge tone="warn">{t('security.off')}</Badge>}
        {connection.enforced && <Badge tone="info">{t('security.enforced')}</Badge>}
        <div className="ml-auto flex gap-2">
          <Button busy={test.isPending || test.isSuccess} disabled={!connection.active} onClick={() => test.mutate()}>
            {t('security.sso_test')}
          </Button>
          <Menu
            trigger={
              <Button look="ghost" size="icon" aria-label={`${t('act.more')}: ${connection.name}`}>
                <Ellipsis aria-hidden />
              </Button>
            }
          >
            <MenuItem onSelect={() => setOpen('edit')}>
              <Pencil aria-hidden />
              {t('act.edit')}
            </MenuItem>
            <MenuLine />
            <MenuItem danger onSelect={() => setOpen('delete')}>
              <Trash2 aria-hidden />
              {t('act.delete')}
            </MenuItem>
          </Menu>
        </div>
      </div>
      <p className="text-xs text-ink-3">
        {connection.domains.length > 0 ? connection.domains.join(', ') : t('security.sso_no_domain')} ·{' '}
        {connection.lastUsedAt ? t('security.used', { time: moment(connection.lastUsedAt) }) : t('security.unused')}
      </p>
      <CopyLine label={t(connection.kind === 'saml' ? 'security.acs' : 'security.redirect')} value={connection.redirectUrl} />
      {connection.kind === 'saml' && (
        <>
          <CopyLine label={t('security.audience')} value={connection.audience} />
          <Metadata connectionId={connection.id} />
        </>
      )}
      <Switch
        label={t('security.sso_active')}
        help={t('security.sso_active_help')}
        checked={connection.active}
        disabled={update.isPending}
        onChange={(active) => update.mutate({ active })}
      />
      <Switch
        label={t('security.enforce')}
        help={t(connection.lastUsedAt || connection.enforced ? 'security.enforce_help' : 'security.enforce_untried')}
        checked={connection.enforced}
        disabled={update.isPending || (!connection.enforced && (!connection.lastUsedAt || connection.domains.length === 0))}
        onChange={(enforced) => update.mutate({ enforced })}
      />
      {open === 'edit' && <SsoDialog connection={connection} onClose={() => setOpen(undefined)} />}
      {open === 'delete' && (
        <Confirm
          open
          onOpenChange={() => setOpen(undefined)}
          title={t('security.sso_delete_title', { name: connection.name })}
          description={t('security.sso_delete_help')}
          action={t('act.delete')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      )}
    </li>
  )
}

/** Metadata of this side, for providers that read them. */
function Metadata({ connectionId }: { connectionId: string }) {
  const { t } = useTranslation()
  const metadata = useQuery({
    queryKey: ['security', 'metadata', connectionId],
    queryFn: async () => {
      const reader = new TextDecoder()
      let text = ''
      for await (const chunk of api.identity.getSsoMetadata({ connectionId })) text += reader.decode(chunk, { stream: true })
      return text
    },
    staleTime: 300_000,
  })
  if (!metadata.data) return null
  return (
    <div>
      <CopyButton text={metadata.data} label={t('security.copy_metadata')} />
    </div>
  )
}
