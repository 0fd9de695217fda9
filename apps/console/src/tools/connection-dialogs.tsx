import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Plugin } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'
import { recordOfPairs, type SecretPair, SecretPairs } from './secret-pairs.tsx'
import { toolsChanged } from './tool-queries.ts'

/** Connects an MCP server by its address and, where it asks for one, a header. */
export function ConnectionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [headers, setHeaders] = useState<SecretPair[]>([])
  const form = useForm({
    initial: { name: '', url: '' },
    check: (it) => ({
      ...(!it.name.trim() && { name: t('tools.needed') }),
      ...(!/^https?:\/\/\S+$/i.test(it.url.trim()) && { url: t('tools.address_wrong') }),
    }),
    send: (it) => api.tools.addConnection({ kind: 'mcp', name: it.name.trim(), url: it.url.trim(), headers: recordOfPairs(headers) }),
    onDone: async (made) => {
      onClose()
      tell(t('connections.added', { name: made.name, count: made.toolCount }))
      await toolsChanged()
    },
    faultAt: { 'tools.connection_taken': 'url', 'tools.server_unreachable': 'url' },
  })
  return (
    <FormDialog form={form} title={t('connections.add_mcp')} description={t('connections.empty_body')} action={t('connections.add_mcp')} onClose={onClose}>
      <Field label={t('connections.name')} error={form.errors.name}>
        {(named) => <Input {...named} {...form.bind('name')} maxLength={80} />}
      </Field>
      <Field label={t('connections.address')} error={form.errors.url} help={t('connections.address_help')}>
        {(named) => (
          <Input
            {...named}
            {...form.bind('url')}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="https://example.com/mcp"
            maxLength={500}
          />
        )}
      </Field>
      <SecretPairs
        legend={t('tools.headers')}
        help={t('tools.headers_help')}
        nameLabel={t('tools.header_name')}
        addLabel={t('tools.header_add')}
        placeholder="Authorization"
        pairs={headers}
        onChange={setHeaders}
      />
    </FormDialog>
  )
}

/** Puts a plugin of the operator to use, with the settings it asks for. */
export function PluginDialog({ plugin, onClose }: { plugin: Plugin; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [settings, setSettings] = useState<SecretPair[]>([])
  const use = useMutation({
    mutationFn: () => api.tools.addConnection({ kind: 'plugin', plugin: plugin.name, settings: recordOfPairs(settings) }),
    onSuccess: async (made) => {
      onClose()
      tell(t('connections.added', { name: made.name, count: made.toolCount }))
      await toolsChanged()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('connections.use_title', { name: plugin.title || plugin.name })}
      description={plugin.hosts.length > 0 ? t('connections.hosts', { hosts: plugin.hosts.join(', ') }) : t('connections.hosts_none')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button look="primary" busy={use.isPending} onClick={() => use.mutate()}>
            {t('connections.use')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <SecretPairs
          legend={t('connections.settings')}
          help={t('connections.settings_help')}
          nameLabel={t('connections.settings_name')}
          addLabel={t('connections.settings_add')}
          placeholder="key"
          pairs={settings}
          onChange={setSettings}
        />
        <FormTrouble trouble={use.error ? words(use.error) : undefined} />
      </div>
    </Dialog>
  )
}
