import { useQuery } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { knowsPasskeys, makePasskey, usePasskeyWords } from '#account/passkey.ts'
import { api } from '#api/client.ts'
import type { Passkey, PasskeyCreation } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell } from '#ui/toast.tsx'
import { moment } from '#words/figures.ts'
import { ProofDialog } from './proof-dialog.tsx'
import { Row } from './row.tsx'
import { askSecurityAnew, passkeysQuery } from './security-queries.ts'

/** Keys of devices that sign the person in. */
export function PasskeysCard() {
  const { t } = useTranslation()
  const passkeys = useQuery(passkeysQuery)
  const [adding, setAdding] = useState(false)
  return (
    <Card aria-label={t('security.passkeys')}>
      <CardHead
        title={t('security.passkeys')}
        help={t(knowsPasskeys() ? 'security.passkeys_help' : 'security.passkeys_unknown')}
        action={knowsPasskeys() && <Button onClick={() => setAdding(true)}>{t('security.passkey_add')}</Button>}
      />
      {passkeys.error && !passkeys.data ? (
        <Trouble fault={passkeys.error} onRetry={() => void passkeys.refetch()} className="!py-6" />
      ) : !passkeys.data ? (
        <SkeletonRows rows={1} />
      ) : passkeys.data.length === 0 ? (
        <p className="border-t px-5 py-3 text-sm text-ink-2">{t('security.passkeys_none')}</p>
      ) : (
        <ul className="divide-y border-t">
          {passkeys.data.map((it) => (
            <PasskeyRow key={it.id} passkey={it} />
          ))}
        </ul>
      )}
      {adding && <AddPasskey onClose={() => setAdding(false)} onDone={askSecurityAnew} />}
    </Card>
  )
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'rename' | 'remove'>()
  const close = () => setOpen(undefined)
  const used = passkey.lastUsedAt ? t('security.used', { time: moment(passkey.lastUsedAt) }) : t('security.unused')
  return (
    <>
      <Row
        icon={<Fingerprint aria-hidden />}
        title={passkey.name}
        badge={passkey.synced && <Badge>{t('security.synced')}</Badge>}
        line={`${t('security.added', { time: moment(passkey.createdAt) })} · ${used}`}
        act={
          <>
            <Button onClick={() => setOpen('rename')} aria-label={`${t('security.rename')}: ${passkey.name}`}>
              {t('security.rename')}
            </Button>
            <Button look="danger" onClick={() => setOpen('remove')} aria-label={`${t('security.remove')}: ${passkey.name}`}>
              {t('security.remove')}
            </Button>
          </>
        }
      />
      {open === 'rename' && (
        <NamePasskey
          title={t('security.rename')}
          name={passkey.name}
          send={(name) => api.identity.renamePasskey({ passkeyId: passkey.id, name })}
          onDone={askSecurityAnew}
          onClose={close}
        />
      )}
      {open === 'remove' && (
        <ProofDialog
          danger
          title={t('security.passkey_remove', { name: passkey.name })}
          description={t('security.passkey_remove_help')}
          action={t('security.remove')}
          send={(proof) => api.identity.removePasskey({ passkeyId: passkey.id, ...proof })}
          onDone={async () => {
            close()
            tell(t('security.passkey_removed', { name: passkey.name }))
            await askSecurityAnew()
          }}
          onClose={close}
        />
      )}
    </>
  )
}

/** Makes a passkey: who it is, a name, then the browser's own question. */
export function AddPasskey({ onClose, onDone }: { onClose: () => void; onDone: () => unknown }) {
  const { t } = useTranslation()
  const words = usePasskeyWords()
  const [begun, setBegun] = useState<PasskeyCreation>()
  const [trouble, setTrouble] = useState<unknown>()
  if (!begun)
    return (
      <ProofDialog
        title={t('security.passkey_add')}
        description={t('security.passkey_proof')}
        action={t('security.go_on')}
        send={(proof) => api.identity.beginPasskey(proof)}
        onDone={(it) => {
          setTrouble(undefined)
          setBegun(it)
        }}
        onClose={onClose}
      >
        <FormTrouble trouble={trouble ? words(trouble) : undefined} />
      </ProofDialog>
    )
  return (
    <NamePasskey
      title={t('security.passkey_add')}
      name=""
      send={async (name) => {
        try {
          const made = await makePasskey(begun.options)
          return await api.identity.addPasskey({ challengeId: begun.challengeId, name, response: made })
        } catch (fault) {
          // A challenge works once: the next try begins anew.
          setTrouble(fault)
          setBegun(undefined)
          throw fault
        }
      }}
      onDone={async () => {
        tell(t('security.passkey_added'))
        await onDone()
      }}
      onClose={onClose}
    />
  )
}

function NamePasskey({
  title,
  name,
  send,
  onDone,
  onClose,
}: {
  title: string
  name: string
  send: (name: string) => Promise<unknown>
  onDone: () => unknown
  onClose: () => void
}) {
  const { t } = useTranslation()
  const form = useForm({
    initial: { name },
    check: (it) => (it.name.trim() ? {} : { name: t('security.passkey_name_missing') }),
    send: (it) => send(it.name.trim()),
    onDone: async () => {
      await onDone()
      onClose()
    },
  })
  return (
    <FormDialog form={form} title={title} action={t('act.save')} onClose={onClose}>
      <Field label={t('security.passkey_name')} help={t('security.passkey_name_help')} error={form.errors.name}>
        {(named) => <Input {...named} {...form.bind('name')} maxLength={80} autoFocus />}
      </Field>
    </FormDialog>
  )
}
