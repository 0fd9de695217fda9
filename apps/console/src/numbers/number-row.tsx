import { useMutation, useQuery } from '@tanstack/react-query'
import { Ellipsis, EyeOff, Pencil, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Carrier, PhoneNumber } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { patched, useWrite } from '#api/use-write.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm, Dialog, FormButtons } from '#ui/dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { CarrierTrouble } from './address-not-public.tsx'
import { AgentChoice } from './agent-choice.tsx'
import { numbersChanged, numbersQuery } from './number-queries.ts'

type Props = { number: PhoneNumber; carrier: Carrier | undefined; mayConfigure: boolean }

/** One telephone number: who answers it, what it is called, and the ways to part with it. */
export function NumberRow({ number: it, carrier, mayConfigure }: Props) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const agents = useQuery(agentsQuery())
  const [dialog, setDialog] = useState<'label' | 'release' | 'forget'>()
  const close = () => setDialog(undefined)
  const assign = useWrite<Pick<PhoneNumber, 'agentId' | 'agentName'>, PhoneNumber>({
    send: ({ agentId }) => api.calls.updateNumber({ numberId: it.id, agentId }),
    keys: [numbersQuery.queryKey],
    apply: (shown, change) => patched<PhoneNumber>(shown, (one) => one.id === it.id, change),
    told: (saved) => t('numbers.assigned', { agent: saved.agentName ?? t('numbers.nobody'), number: it.number }),
    undo: () => ({ agentId: it.agentId, agentName: it.agentName }),
    what: () => it.number,
  })
  const leave = useMutation({
    mutationFn: (keep: boolean) => api.calls.releaseNumber({ numberId: it.id, keep }),
    onSuccess: (_, keep) => tell(t(keep ? 'numbers.forgotten' : 'numbers.released', { number: it.number })),
    onError: (fault) => tellTrouble(words(fault)),
    onSettled: () => {
      close()
      void numbersChanged()
    },
  })
  return (
    <li className="grid gap-2 px-5 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-44 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="text-base font-medium tabular-nums">{it.number}</h3>
            {it.canSms && <Badge>{t('numbers.sms')}</Badge>}
            {!it.routed && <Badge tone="warn">{t('numbers.not_routed')}</Badge>}
          </div>
          <p className="text-xs [overflow-wrap:anywhere] text-ink-3">{[it.label, it.country, carrier?.name].filter(Boolean).join(' · ')}</p>
        </div>
        <div className="ml-auto flex items-center gap-2 max-sm:w-full">
          {mayConfigure ? (
            <AgentChoice
              label={t('numbers.agent_of', { number: it.number })}
              agents={agents.data ?? []}
              known={it.agentId ? { id: it.agentId, name: it.agentName ?? it.agentId } : undefined}
              value={it.agentId}
              onChange={(agentId) => assign.run({ agentId, agentName: agents.data?.find((one) => one.id === agentId)?.name ?? null })}
            />
          ) : (
            <span className="text-sm text-ink-2">{it.agentName ?? t('numbers.nobody')}</span>
          )}
          {mayConfigure && (
            <Menu
              trigger={
                <Button look="ghost" size="icon" aria-label={t('numbers.acts_of', { number: it.number })}>
                  <Ellipsis aria-hidden />
                </Button>
              }
            >
              <MenuItem onSelect={() => setDialog('label')}>
                <Pencil aria-hidden />
                {t('numbers.edit_label')}
              </MenuItem>
              <MenuLine />
              <MenuItem onSelect={() => setDialog('forget')}>
                <EyeOff aria-hidden />
                {t('numbers.forget')}
              </MenuItem>
              <MenuItem danger onSelect={() => setDialog('release')}>
                <Undo2 aria-hidden />
                {t('numbers.release')}
              </MenuItem>
            </Menu>
          )}
        </div>
      </div>
      {it.agentId === null && <p className="text-xs text-warn">{t('numbers.nobody_help')}</p>}
      {!it.routed && <p className="text-xs text-warn">{t('numbers.not_routed_help')}</p>}
      {assign.error && <CarrierTrouble form={{ fault: assign.error, general: words(assign.error) }} />}
      {dialog === 'label' && <LabelDialog number={it} onClose={close} />}
      {(['release', 'forget'] as const).map((how) => (
        <Confirm
          key={how}
          open={dialog === how}
          onOpenChange={close}
          title={t(`numbers.${how}_title`, { number: it.number })}
          description={t(`numbers.${how}_body`)}
          action={t(`numbers.${how}`)}
          busy={leave.isPending}
          onConfirm={() => leave.mutate(how === 'forget')}
        />
      ))}
    </li>
  )
}

function LabelDialog({ number: { id, number, label }, onClose }: { number: PhoneNumber; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const form = useForm({
    initial: { label },
    send: (it) => api.calls.updateNumber({ numberId: id, label: it.label.trim() }),
    onDone: async () => {
      await numbersChanged()
      onClose()
      const undo = () => void api.calls.updateNumber({ numberId: id, label }).then(numbersChanged, (fault: unknown) => tellTrouble(words(fault)))
      tell(t('numbers.saved'), { label: t('act.undo'), run: undo })
    },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('numbers.label_of', { number })}
      footer={
        <FormButtons form="number-label" busy={form.busy} onCancel={onClose}>
          {t('act.save')}
        </FormButtons>
      }
    >
      <form id="number-label" noValidate className="grid gap-4 pb-1" onSubmit={form.onSubmit}>
        <Field label={t('numbers.label')} help={t('numbers.label_help')} error={form.errors.label}>
          {(named) => <Input {...named} {...form.bind('label')} dir="auto" maxLength={80} />}
        </Field>
        <CarrierTrouble form={form} />
      </form>
    </Dialog>
  )
}
