import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { PhoneOutgoing } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { api, queryClient } from '#api/client.ts'
import type { Agent } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { CarrierTrouble } from '#numbers/address-not-public.tsx'
import { numbersQuery } from '#numbers/number-queries.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Dialog, FormButtons } from '#ui/dialog.tsx'
import { Field, Input, Select, TextArea } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'
import { phoneNumberOf } from './phone-text.ts'

/** Lets an agent call a telephone; with `agent` it is that one, as its draft is now. */
export function PlaceCall({ agent, onClose }: { agent?: Agent; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const agents = useQuery({ ...agentsQuery(), enabled: !agent })
  const numbers = useQuery(numbersQuery)
  const callable = agent ? [agent] : (agents.data?.filter((it) => it.status === 'live' || it.status === 'draft') ?? [])
  const form = useForm({
    initial: { agentId: agent?.id ?? '', to: '', numberId: '', greeting: '' },
    check: (it) => ({
      ...(!(it.agentId || callable.length === 1) && { agentId: t('phone.agent_missing') }),
      ...(!phoneNumberOf(it.to) && { to: t('phone.number_wrong') }),
    }),
    send: (it) => {
      const chosen = callable.find((one) => one.id === it.agentId) ?? callable[0]!
      return api.calls.placeCall({
        agentId: chosen.id,
        to: phoneNumberOf(it.to)!,
        draft: !!agent || chosen.publishedVersion === null,
        ...(it.numberId && { numberId: it.numberId }),
        ...(it.greeting.trim() && { greeting: it.greeting.trim() }),
      })
    },
    onDone: async (call) => {
      onClose()
      tell(t('phone.ringing', { number: call.to }))
      void queryClient.invalidateQueries({ queryKey: ['calls'] })
      await navigate({ to: '/calls/$callId', params: { callId: call.id } })
    },
    faultAt: { 'calls.country_not_allowed': 'to', 'calls.no_number': 'numberId', 'calls.number_not_found': 'numberId', 'calls.agent_not_live': 'agentId' },
  })
  const noNumber = numbers.data?.length === 0
  const to = phoneNumberOf(form.values.to)
  return (
    <Dialog
      open
      modalOnly
      onOpenChange={onClose}
      title={t(agent ? 'phone.test' : 'phone.call')}
      description={t(agent ? 'phone.test_help' : 'phone.call_help')}
      footer={
        <FormButtons form="place-call" busy={form.busy} onCancel={onClose}>
          {!form.busy && <PhoneOutgoing aria-hidden />}
          {to ? t('phone.call_it', { number: to }) : t('phone.call')}
        </FormButtons>
      }
    >
      <form id="place-call" noValidate className="grid gap-4 pb-1" onSubmit={form.onSubmit}>
        {noNumber && (
          <div className="flex flex-wrap items-center gap-3 rounded-sm bg-warn-bg px-3 py-2 text-sm text-warn">
            <p className="min-w-40 flex-1">{t('phone.no_number_yet')}</p>
            <ButtonLink size="small" to="/numbers">
              {t('phone.connect_number')}
            </ButtonLink>
          </div>
        )}
        {!agent && (
          <Field label={t('calls.agent')} error={form.errors.agentId}>
            {(named) => (
              <Select {...named} {...form.bind('agentId')} value={form.values.agentId || (callable.length === 1 ? callable[0]!.id : '')}>
                {callable.length !== 1 && <option value="" />}
                {callable.map((it) => (
                  <option key={it.id} value={it.id}>
                    {it.name}
                    {it.publishedVersion === null && ` (${t('phone.draft_called')})`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field label={t('phone.number')} error={form.errors.to} help={t('phone.number_help')}>
          {(named) => <Input {...named} {...form.bind('to')} type="tel" autoComplete="tel" placeholder="+44…" maxLength={40} />}
        </Field>
        <Field label={t('phone.from_number')} error={form.errors.numberId}>
          {(named) => (
            <Select {...named} {...form.bind('numberId')}>
              <option value="">{t('phone.any_number')}</option>
              {numbers.data?.map((it) => (
                <option key={it.id} value={it.id}>
                  {it.label ? `${it.number} · ${it.label}` : it.number}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('phone.greeting')} optional={t('act.optional')} help={t('phone.greeting_help')} error={form.errors.greeting}>
          {(named) => <TextArea {...named} {...form.bind('greeting')} dir="auto" maxLength={500} className="!min-h-16" />}
        </Field>
        <CarrierTrouble form={form} />
      </form>
    </Dialog>
  )
}
