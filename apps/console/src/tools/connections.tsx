import { useMutation, useQuery } from '@tanstack/react-query'
import { Plug, Plus, RefreshCw, Trash2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Plugin, ToolConnection } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { ConnectionDialog, PluginDialog } from './connection-dialogs.tsx'
import { connectionsQuery, pluginsQuery, toolsChanged } from './tool-queries.ts'

const tones: Record<ToolConnection['health'], Tone> = { unknown: 'neutral', well: 'ok', failing: 'bad' }

/** Where tools come from besides this organisation: MCP servers, and plugins of the operator. */
export function Connections() {
  const { t } = useTranslation()
  const mayWrite = useMay('tools:write')
  const connected = useQuery(connectionsQuery)
  const plugins = useQuery(pluginsQuery)
  const [open, setOpen] = useState<'mcp' | Plugin>()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5 lg:px-6">
      <div className="mx-auto grid max-w-180 gap-4">
        <Card>
          <CardHead
            title={t('connections.servers')}
            help={t('connections.servers_help')}
            action={
              mayWrite && (
                <Button look="primary" onClick={() => setOpen('mcp')}>
                  <Plus aria-hidden />
                  {t('connections.add_mcp')}
                </Button>
              )
            }
          />
          {connected.error && !connected.data ? (
            <Trouble fault={connected.error} onRetry={() => void connected.refetch()} />
          ) : !connected.data ? (
            <SkeletonRows rows={2} />
          ) : connected.data.length === 0 ? (
            <div className="flex gap-3 border-t px-5 py-4 text-sm text-ink-2">
              <Plug aria-hidden className="mt-0.5 size-4 shrink-0" />
              <p>{t('connections.empty_body')}</p>
            </div>
          ) : (
            <ul className="divide-y border-t">
              {connected.data.map((it) => (
                <ConnectionRow key={it.id} connection={it} mayWrite={mayWrite} />
              ))}
            </ul>
          )}
        </Card>
        <Card>
          <CardHead title={t('connections.plugins')} help={t('connections.plugins_help')} />
          {plugins.error && !plugins.data ? (
            <Trouble fault={plugins.error} onRetry={() => void plugins.refetch()} />
          ) : !plugins.data ? (
            <SkeletonRows rows={2} />
          ) : plugins.data.length === 0 ? (
            <p className="border-t px-5 py-4 text-sm text-ink-2 [overflow-wrap:anywhere]">{t('connections.plugins_empty')}</p>
          ) : (
            <ul className="divide-y border-t">
              {plugins.data.map((it) => (
                <PluginRow
                  key={it.name}
                  plugin={it}
                  inUse={!!connected.data?.some((other) => other.plugin === it.name)}
                  onUse={mayWrite ? () => setOpen(it) : undefined}
                />
              ))}
            </ul>
          )}
        </Card>
      </div>
      {open === 'mcp' && <ConnectionDialog onClose={() => setOpen(undefined)} />}
      {open && open !== 'mcp' && <PluginDialog plugin={open} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function PluginRow({ plugin, inUse, onUse }: { plugin: Plugin; inUse: boolean; onUse: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <li className="flex flex-wrap items-start gap-3 px-5 py-4">
      <div className="min-w-48 flex-1">
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="text-sm font-medium">{plugin.title || plugin.name}</h3>
          {plugin.version && <span className="text-xs text-ink-3">{t('connections.version', { version: plugin.version })}</span>}
          {inUse && <Badge tone="ok">{t('connections.in_use')}</Badge>}
        </div>
        {plugin.description && <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">{plugin.description}</p>}
        {!plugin.trouble && (
          <p className="text-xs text-ink-3 [overflow-wrap:anywhere]">
            {plugin.hosts.length > 0 ? t('connections.hosts', { hosts: plugin.hosts.join(', ') }) : t('connections.hosts_none')}
          </p>
        )}
        {plugin.trouble && (
          <p className="mt-1 flex gap-1.5 text-sm text-bad">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span className="[overflow-wrap:anywhere]">{plugin.trouble}</span>
          </p>
        )}
      </div>
      {onUse && !inUse && !plugin.trouble && (
        <Button aria-label={t('connections.use_title', { name: plugin.title || plugin.name })} onClick={onUse}>
          {t('connections.use')}
        </Button>
      )}
    </li>
  )
}

function ConnectionRow({ connection, mayWrite }: { connection: ToolConnection; mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [removing, setRemoving] = useState(false)
  const { id: connectionId, name } = connection
  const trouble = (fault: unknown) => tellTrouble(words(fault))
  const refresh = useMutation({
    mutationFn: () => api.tools.refreshConnection({ connectionId }),
    onSuccess: (it) => tell(t('connections.refreshed', { name, count: it.toolCount })),
    onSettled: toolsChanged,
    onError: trouble,
  })
  const remove = useMutation({
    mutationFn: () => api.tools.removeConnection({ connectionId }),
    onSuccess: async () => {
      setRemoving(false)
      tell(t('connections.disconnected', { name }))
      await toolsChanged()
    },
    onError: trouble,
  })
  return (
    <li className="grid gap-2 px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-48 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="text-sm font-medium">{name}</h3>
            <Badge tone={tones[connection.health]}>{t(`connections.health.${connection.health}`)}</Badge>
          </div>
          <p className="text-xs text-ink-3 [overflow-wrap:anywhere]">
            {t(`connections.kind.${connection.kind}`)} · {t('connections.tools', { count: connection.toolCount })}
            {connection.url && ` · ${connection.url}`}
          </p>
        </div>
        {mayWrite && (
          <>
            <Button busy={refresh.isPending} onClick={() => refresh.mutate()}>
              <RefreshCw aria-hidden />
              {t('connections.refresh')}
            </Button>
            <Button look="ghost" size="icon" aria-label={`${t('connections.disconnect')}: ${name}`} onClick={() => setRemoving(true)}>
              <Trash2 aria-hidden />
            </Button>
          </>
        )}
      </div>
      {connection.lastError && (
        <p className={connection.health === 'failing' ? 'text-sm text-bad [overflow-wrap:anywhere]' : 'text-sm text-warn [overflow-wrap:anywhere]'}>
          {connection.lastError}
        </p>
      )}
      {removing && (
        <Confirm
          open
          onOpenChange={setRemoving}
          title={t('connections.disconnect_title', { name })}
          description={t('connections.disconnect_body')}
          action={t('connections.disconnect')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      )}
    </li>
  )
}
