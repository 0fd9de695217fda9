import { ApiFault } from '@myna/sdk'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api, queryClient } from '#api/client.ts'
import { isFault, useFaultWords, useProblemWords } from '#api/fault-words.ts'
import type { AccessState, AddressRange } from '#api/shapes.ts'
import { isMeanwhile, useRevision } from '#api/use-revision.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Field, Input, TextArea } from '#ui/field.tsx'
import { focusWrong } from '#ui/focus-wrong.ts'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell } from '#ui/toast.tsx'
import { LockoutDialog } from './lockout-dialog.tsx'
import { RangeList, rowProblems } from './range-list.tsx'

const key = ['access']

/** From which addresses and websites the organisation may be reached. */
export function AddressRules({ mayWrite }: { mayWrite: boolean }) {
  const rules = useQuery({ queryKey: key, queryFn: () => api.gateway.getAccessRules({}) })
  if (!rules.data) return <Card>{rules.error ? <Trouble fault={rules.error} onRetry={() => void rules.refetch()} /> : <SkeletonRows rows={3} />}</Card>
  return <Loaded rules={rules.data} mayWrite={mayWrite} />
}

const filled = (ranges: readonly AddressRange[]) => ranges.filter((it) => it.range.trim() !== '')
const lines = (text: string) =>
  text
    .split(/\s+/)
    .map((it) => it.trim())
    .filter(Boolean)

function Loaded({ rules, mayWrite }: { rules: AccessState; mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const problemWords = useProblemWords()
  const element = useRef<HTMLFormElement>(null)
  const [allow, setAllow] = useState(rules.allow)
  const [deny, setDeny] = useState(rules.deny)
  const [origins, setOrigins] = useState(rules.origins.join('\n'))
  const [address, setAddress] = useState('')
  const wanted = () => ({ allow: filled(allow), deny: filled(deny), origins: lines(origins) })
  const upon = useRevision(rules.revision, () => api.gateway.getAccessRules({}))
  const save = useMutation({
    mutationFn: (evenIfLockedOut: boolean) => upon((revision) => api.gateway.setAccessRules({ ...wanted(), revision, evenIfLockedOut })),
    onSuccess: (saved) => {
      queryClient.setQueryData(key, saved)
      tell(t('access.saved'))
    },
    onError: () => element.current && focusWrong(element.current),
  })
  const check = useMutation({ mutationFn: () => api.gateway.checkAccessRules({ ...wanted(), ...(address.trim() && { address: address.trim() }) }) })
  const wouldLockOut = isFault(save.error, 'gateway.would_lock_out')
  const fault = save.error ?? check.error
  const fields = (fault instanceof ApiFault ? (fault.fields ?? []) : []).map((it) => ({ ...it, problem: problemWords.field(it.problem) }))
  const isChanged = JSON.stringify([wanted(), 0]) !== JSON.stringify([{ allow: rules.allow, deny: rules.deny, origins: rules.origins }, 0])
  const originProblem = fields.find((it) => it.field.startsWith('origins'))?.problem
  const lists = { disabled: !mayWrite }
  return (
    <form
      ref={element}
      noValidate
      autoComplete="off"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(false)
      }}
    >
      <RangeList
        {...lists}
        title={t('access.allow')}
        help={`${t('access.allow_help')} ${rules.yourAddress ? t('access.your_address', { address: rules.yourAddress }) : ''}`}
        addLabel={t('access.add_allow')}
        ranges={allow}
        problems={rowProblems(fields, 'allow', t('access.range_wrong'))}
        onChange={setAllow}
      />
      <RangeList
        {...lists}
        title={t('access.deny')}
        help={t('access.deny_help')}
        addLabel={t('access.add_deny')}
        ranges={deny}
        problems={rowProblems(fields, 'deny', t('access.range_wrong'))}
        onChange={setDeny}
      />
      <Card className="px-5 py-4">
        <Field label={t('access.origins')} help={t('access.origins_help')} error={originProblem}>
          {(named) => (
            <TextArea
              {...named}
              value={origins}
              disabled={!mayWrite}
              spellCheck={false}
              maxLength={10_000}
              placeholder="https://shop.example.com"
              className="font-mono"
              onChange={(event) => setOrigins(event.target.value)}
            />
          )}
        </Field>
      </Card>
      {fault && !wouldLockOut && !originProblem && (
        <FormTrouble trouble={isMeanwhile(fault) ? { sentence: problemWords.meanwhile(), traceId: undefined } : words(fault)} />
      )}
      {mayWrite && (
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('act.save')}
          </Button>
          {isChanged && <span className="text-xs text-ink-3">{t('access.changed')}</span>}
        </div>
      )}
      <Card>
        <CardHead title={t('access.address_try')} help={t('access.address_try_help')} />
        <div className="flex flex-wrap items-center gap-2 border-t px-5 py-4">
          <Input
            aria-label={t('access.range')}
            value={address}
            maxLength={60}
            spellCheck={false}
            placeholder={rules.yourAddress ?? '203.0.113.7'}
            className="max-w-60 font-mono"
            onChange={(event) => setAddress(event.target.value)}
          />
          <Button busy={check.isPending} onClick={() => check.mutate()}>
            {t('access.check')}
          </Button>
          {check.data && (
            <p role="status" className="flex flex-wrap items-center gap-2 text-sm">
              <Badge tone={check.data.allowed ? 'ok' : 'bad'}>{t(check.data.allowed ? 'access.would_allow' : 'access.would_refuse')}</Badge>
              <span className="text-ink-2">{t(`access.because.${check.data.because}`, { range: check.data.range ?? '' })}</span>
            </p>
          )}
        </div>
      </Card>
      {wouldLockOut && (
        <LockoutDialog address={rules.yourAddress ?? '?'} busy={save.isPending} onClose={() => save.reset()} onConfirm={() => save.mutate(true)} />
      )}
    </form>
  )
}
