import { useMutation } from '@tanstack/react-query'
import { ArrowRightLeft, Grip, PhoneOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Call } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { CarrierTrouble } from '#numbers/address-not-public.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm, Dialog, FormButtons } from '#ui/dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { Keypad } from '#ui/keypad.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { phoneNumberOf } from './phone-text.ts'

/** What can be done with a call while it goes on: hand it to a person, press keys on its line, end it. */
export function LiveControls({ call }: { call: Call }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [open, setOpen] = useState<'transfer' | 'keys' | 'hang-up'>()
  const close = () => setOpen(undefined)
  const hangUp = useMutation({
    mutationFn: () => api.calls.hangUpCall({ callId: call.id }),
    onSuccess: () => tell(t('phone.hung_up')),
    onError: (fault) => tellTrouble(words(fault)),
    onSettled: () => {
      close()
      void queryClient.invalidateQueries({ queryKey: ['call', call.id] })
    },
  })
  const talks = call.status === 'live'
  return (
    <>
      {call.channel === 'phone' && talks && (
        <>
          <Button onClick={() => setOpen('transfer')} aria-label={t('phone.transfer')}>
            <ArrowRightLeft aria-hidden />
            <span className="max-md:hidden">{t('phone.transfer')}</span>
          </Button>
          <Button onClick={() => setOpen('keys')} aria-label={t('phone.keys')}>
            <Grip aria-hidden />
            <span className="max-md:hidden">{t('phone.keys')}</span>
          </Button>
        </>
      )}
      <Button look="danger" onClick={() => setOpen('hang-up')} aria-label={t('phone.hang_up')}>
        <PhoneOff aria-hidden />
        <span className="max-md:hidden">{t('phone.hang_up')}</span>
      </Button>
      {open === 'transfer' && <Transfer call={call} onClose={close} />}
      {open === 'keys' && <PressKeys call={call} onClose={close} />}
      <Confirm
        open={open === 'hang-up'}
        onOpenChange={close}
        title={t('phone.hang_up_title')}
        description={t('phone.hang_up_body')}
        action={t('phone.hang_up')}
        busy={hangUp.isPending}
        onConfirm={() => hangUp.mutate()}
      />
    </>
  )
}

function Transfer({ call, onClose }: { call: Call; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initial: { to: '', kind: 'warm' as string },
    check: (it) => (phoneNumberOf(it.to) ? {} : { to: t('phone.number_wrong') }),
    send: (it) => api.calls.transferCall({ callId: call.id, to: phoneNumberOf(it.to)!, kind: it.kind as 'warm' | 'blind' }),
    onDone: (_, it) => {
      onClose()
      tell(t('phone.transferred', { number: phoneNumberOf(it.to) }))
    },
    faultAt: { 'calls.country_not_allowed': 'to' },
  })
  return (
    <Dialog
      open
      modalOnly
      onOpenChange={onClose}
      title={t('phone.transfer')}
      description={t('phone.transfer_help')}
      footer={
        <FormButtons form="transfer-call" busy={form.busy} onCancel={onClose}>
          {t('phone.transfer')}
        </FormButtons>
      }
    >
      <form id="transfer-call" noValidate className="grid gap-4 pb-1" onSubmit={form.onSubmit}>
        <Field label={t('phone.transfer_number')} error={form.errors.to} help={t('phone.number_help')}>
          {(named) => <Input {...named} {...form.bind('to')} type="tel" placeholder="+44…" maxLength={40} />}
        </Field>
        <fieldset className="grid gap-3">
          <legend className="mb-2 text-sm font-medium">{t('phone.transfer_how')}</legend>
          {(['warm', 'blind'] as const).map((kind) => (
            <label key={kind} className="flex items-start gap-2.5 text-sm">
              <input
                type="radio"
                name="kind"
                value={kind}
                className="mt-0.5 size-4 shrink-0 accent-brand coarse:size-5"
                checked={form.values.kind === kind}
                onChange={() => form.set({ kind })}
              />
              <span>
                {t(`phone.transfer_${kind}`)}
                <span className="block text-xs text-ink-3">{t(`phone.transfer_${kind}_help`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <CarrierTrouble form={form} />
      </form>
    </Dialog>
  )
}

function PressKeys({ call, onClose }: { call: Call; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [pressed, setPressed] = useState('')
  const press = useMutation({
    // One after the other, so that keys arrive in the order they were pressed in.
    scope: { id: `keys of ${call.id}` },
    mutationFn: (keys: string) => api.calls.pressKeys({ callId: call.id, keys }),
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('phone.keys')} description={t('phone.keys_help')} footer={<Button onClick={onClose}>{t('act.close')}</Button>}>
      <div className="grid gap-3 pb-1">
        <Keypad
          label={t('phone.keys')}
          onKey={(key) => {
            setPressed((before) => `${before}${key}`.slice(-40))
            press.mutate(key)
          }}
        />
        <p role="status" className="min-h-5 text-sm [overflow-wrap:anywhere] text-ink-2 tabular-nums">
          {pressed && t('phone.keys_pressed', { keys: pressed })}
        </p>
      </div>
    </Dialog>
  )
}
