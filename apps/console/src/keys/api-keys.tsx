import { useMutation, useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { ApiKey } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Page } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment } from '#words/figures.ts'
import { CreateKey } from './create-key.tsx'

const scopesShown = 3

/** Keys for programs. */
export function ApiKeys() {
  const { t } = useTranslation()
  const mayRead = useMay('keys:read')
  const mayWrite = useMay('keys:write')
  const [creating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<ApiKey>()
  const list = useQuery({ queryKey: ['api-keys'], queryFn: () => allPages((page) => api.identity.listApiKeys(page)), enabled: mayRead })
  const create = mayWrite && (
    <Button look="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      {t('programs.create')}
    </Button>
  )
  return (
    <Page flush title={t('programs.title')} actions={create}>
      {!mayRead ? (
        <NoAccess />
      ) : list.error && !list.data ? (
        <Trouble fault={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <SkeletonRows rows={3} />
      ) : list.data.length === 0 ? (
        <Empty icon={KeyRound} title={t('programs.empty')} body={t('programs.empty_body')}>
          {create}
        </Empty>
      ) : (
        <table className="w-full text-sm">
          <caption className="sr-only">{t('programs.title')}</caption>
          <thead>
            <tr className="h-9 border-b bg-sunken text-left text-xs text-ink-2 [&>th]:px-4 [&>th]:font-medium lg:[&>th]:px-6">
              <th scope="col">{t('programs.name')}</th>
              <th scope="col" className="max-lg:hidden">
                {t('programs.scopes')}
              </th>
              <th scope="col" className="max-md:hidden">
                {t('programs.last_used')}
              </th>
              <th scope="col" className="max-md:hidden">
                {t('programs.expires')}
              </th>
              <th scope="col">
                <span className="sr-only">{t('act.more')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.data.map((it) => {
              const expired = it.expiresAt !== null && Date.parse(it.expiresAt) < Date.now()
              return (
                <tr key={it.id} className="h-14 border-b hover:bg-hover [&>td]:px-4 [&>td]:py-2 lg:[&>td]:px-6">
                  <td>
                    <div className="font-medium [overflow-wrap:anywhere]">{it.name}</div>
                    <div className="text-xs text-ink-3">
                      <code className="font-mono">{it.start}…</code> · {it.createdBy}
                    </div>
                  </td>
                  <td className="max-lg:hidden">
                    <div className="flex flex-wrap gap-1">
                      {it.scopes.slice(0, scopesShown).map((scope) => (
                        <Badge key={scope} className="font-mono">
                          {scope}
                        </Badge>
                      ))}
                      {it.scopes.length > scopesShown && (
                        <span title={it.scopes.join(', ')} className="text-xs text-ink-3">
                          {t('programs.scopes_more', { count: it.scopes.length - scopesShown })}
                        </span>
                      )}
                    </div>
                  </td>
                  <td className="text-ink-2 max-md:hidden">{it.lastUsedAt ? moment(it.lastUsedAt) : t('programs.never')}</td>
                  <td className="text-ink-2 max-md:hidden">
                    {expired ? <Badge tone="warn">{t('programs.expired')}</Badge> : it.expiresAt ? moment(it.expiresAt) : t('programs.expiry_never')}
                  </td>
                  <td className="text-right">
                    {mayWrite && (
                      <Button look="ghost" aria-label={`${t('programs.revoke')}: ${it.name}`} onClick={() => setRevoking(it)}>
                        {t('programs.revoke')}
                      </Button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {creating && <CreateKey onClose={() => setCreating(false)} />}
      {revoking && <Revoke apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </Page>
  )
}

function Revoke({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const revoke = useMutation({
    mutationFn: () => api.identity.revokeApiKey({ keyId: apiKey.id }),
    onSuccess: async () => {
      onClose()
      tell(t('programs.revoked', { name: apiKey.name }))
      await queryClient.invalidateQueries({ queryKey: ['api-keys'] })
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={t('programs.revoke_title', { name: apiKey.name })}
      description={t('programs.revoke_body')}
      action={t('programs.revoke')}
      busy={revoke.isPending}
      onConfirm={() => revoke.mutate()}
    />
  )
}
