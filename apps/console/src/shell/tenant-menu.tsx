import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { meQuery } from '#api/me.ts'
import type { Me } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Field, Input } from '#ui/field.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Menu, MenuChoice, MenuItem, MenuLine } from '#ui/menu.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { menuButton, TenantLook } from './menu-looks.tsx'

/** The organisation one works in, and the way to another. */
export function TenantMenu({ me, narrow }: { me: Me; narrow: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const words = useFaultWords()
  const [creating, setCreating] = useState(false)
  const change = useMutation({
    mutationFn: (tenantId: string) => api.identity.switchTenant({ tenantId }),
    onSuccess: async (next) => {
      await navigate({ to: '/' })
      queryClient.clear()
      queryClient.setQueryData(meQuery.queryKey, next)
      tell(t('shell.now_in', { name: next.tenant?.name ?? '' }))
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button type="button" className={menuButton}>
            <TenantLook me={me} narrow={narrow} />
          </button>
        }
      >
        <MenuChoice
          label={t('shell.organisations')}
          value={me.tenant?.id ?? ''}
          options={me.memberships.map((it) => ({ value: it.tenant.id, label: it.tenant.name }))}
          onChange={(tenantId) => tenantId !== me.tenant?.id && change.mutate(tenantId)}
        />
        <MenuLine />
        <MenuItem onSelect={() => setCreating(true)}>
          <Plus aria-hidden />
          {t('shell.create_organisation')}
        </MenuItem>
      </Menu>
      {creating && <CreateTenant onClose={() => setCreating(false)} onCreated={(tenantId) => change.mutate(tenantId)} />}
    </>
  )
}

/** Asks for the name of a new organisation and makes it. */
export function CreateTenant({ onClose, onCreated }: { onClose: () => void; onCreated: (tenantId: string) => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initial: { name: '' },
    check: (it) => (it.name.trim() ? {} : { name: t('account.organisation_missing') }),
    send: (it) => api.identity.createTenant({ name: it.name.trim() }),
    onDone: ({ tenant }) => {
      onClose()
      onCreated(tenant.id)
    },
  })
  return (
    <FormDialog
      form={form}
      title={t('shell.create_organisation')}
      description={t('shell.create_organisation_help')}
      action={t('shell.create_organisation')}
      onClose={onClose}
    >
      <Field label={t('account.organisation')} error={form.errors.name}>
        {(named) => <Input {...named} {...form.bind('name')} maxLength={80} autoFocus />}
      </Field>
    </FormDialog>
  )
}
