import { useMutation, useQuery } from '@tanstack/react-query'
import { UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { looksLikeEmail } from '#account/looks-like-email.ts'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay, useMe } from '#api/me.ts'
import type { Operator } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Card, CardHead, Page } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment } from '#words/figures.ts'
import { Row } from './row.tsx'

const key = ['operators'] as const

/** Who runs this installation. */
export function Operators() {
  const { t } = useTranslation()
  const mayRead = useMay('platform:read')
  const mayWrite = useMay('platform:write')
  const [adding, setAdding] = useState(false)
  const operators = useQuery({ queryKey: key, queryFn: () => api.identity.listOperators({}), enabled: mayRead })
  useShortcuts(mayWrite ? { c: () => setAdding(true) } : {})
  if (!mayRead)
    return (
      <Page title={t('security.operators')}>
        <NoAccess />
      </Page>
    )
  return (
    <Page
      title={t('security.operators')}
      actions={
        mayWrite && (
          <Button look="primary" onClick={() => setAdding(true)}>
            <UserRoundPlus aria-hidden />
            {t('security.operator_add')}
          </Button>
        )
      }
    >
      <div className="mx-auto grid max-w-180 gap-4">
        <Card aria-label={t('security.operators')}>
          <CardHead title={t('security.operators')} help={t('security.operators_help')} />
          {operators.error && !operators.data ? (
            <Trouble fault={operators.error} onRetry={() => void operators.refetch()} className="!py-6" />
          ) : !operators.data ? (
            <SkeletonRows rows={2} />
          ) : (
            <ul className="divide-y border-t">
              {operators.data.items.map((it) => (
                <OperatorRow key={it.userId} operator={it} mayWrite={mayWrite} last={operators.data.items.length === 1} />
              ))}
              {operators.data.awaited.map((it) => (
                <Row key={it} title={it} badge={<Badge tone="warn">{t('security.awaited')}</Badge>} line={t('security.awaited_help')} />
              ))}
            </ul>
          )}
        </Card>
      </div>
      {adding && <AddOperator onClose={() => setAdding(false)} />}
    </Page>
  )
}

function OperatorRow({ operator, mayWrite, last }: { operator: Operator; mayWrite: boolean; last: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const me = useMe()
  const [removing, setRemoving] = useState(false)
  const remove = useMutation({
    mutationFn: () => api.identity.removeOperator({ userId: operator.userId }),
    onSuccess: async () => {
      setRemoving(false)
      tell(t('security.operator_removed', { name: operator.name }))
      await queryClient.invalidateQueries({ queryKey: key })
      if (operator.userId === me.user?.id) await queryClient.invalidateQueries()
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  const why = operator.source === 'settings' ? t('security.by_setting') : last ? t('security.last_operator') : undefined
  return (
    <>
      <Row
        title={operator.name}
        badge={
          <>
            {operator.userId === me.user?.id && <Badge>{t('team.you')}</Badge>}
            <Badge tone="info">{t(`security.source.${operator.source}`)}</Badge>
          </>
        }
        line={[operator.email, t('security.since', { time: moment(operator.since) }), mayWrite && why].filter(Boolean).join(' · ')}
        act={
          mayWrite &&
          !why && (
            <Button look="danger" onClick={() => setRemoving(true)} aria-label={`${t('security.remove')}: ${operator.name}`}>
              {t('security.remove')}
            </Button>
          )
        }
      />
      {removing && (
        <Confirm
          open
          onOpenChange={setRemoving}
          title={t('security.operator_remove_title', { name: operator.name })}
          description={t('security.operator_remove_help')}
          action={t('security.remove')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      )}
    </>
  )
}

function AddOperator({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initial: { email: '' },
    check: (it) => (looksLikeEmail(it.email) ? {} : { email: t('account.email_wrong') }),
    send: (it) => api.identity.addOperator({ email: it.email.trim() }),
    onDone: async (it) => {
      onClose()
      tell(t('security.operator_added', { name: it.name }))
      await queryClient.invalidateQueries({ queryKey: key })
    },
    faultAt: { 'identity.person_not_found': 'email', 'identity.address_unproven': 'email' },
  })
  return (
    <FormDialog
      form={form}
      title={t('security.operator_add')}
      description={t('security.operator_add_help')}
      action={t('security.operator_add')}
      onClose={onClose}
    >
      <Field label={t('team.email')} error={form.errors.email}>
        {(named) => <Input {...named} {...form.bind('email')} type="email" inputMode="email" autoComplete="off" maxLength={254} autoFocus />}
      </Field>
    </FormDialog>
  )
}
