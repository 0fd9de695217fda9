import { useMutation } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import type { PendingSignIn } from '#api/shapes.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Skeleton } from '#ui/states.tsx'
import { AccountCard, FormTrouble } from './account-card.tsx'
import { begunFlow } from './begun-flow.ts'
import { SecondStep } from './second-step.tsx'
import { useAfterSignIn } from './use-after-sign-in.ts'

/** What the provider sent back, as it was sent: the router reads digits as numbers, and a code is none. */
function sentBack(): URLSearchParams {
  const [loaded] = performance.getEntriesByType('navigation')
  return new URL(loaded?.name ?? location.href).searchParams
}

/** Where vendors and identity providers send people back to: finishes what this tab began. */
export function Callback() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const navigate = useNavigate()
  const afterSignIn = useAfterSignIn()
  const { via } = useParams({ from: '/account/sign-in/callback/$via' })
  const [back] = useState(sentBack)
  const [pending, setPending] = useState<PendingSignIn | null>(null)
  const [stranded, setStranded] = useState(false)
  const [from, setFrom] = useState<'/security'>()
  const begun = useRef(false)
  const next = useRef<string>(undefined)
  const finish = useMutation({
    mutationFn: (flow: string) => {
      const [code, error] = [back.get('code'), back.get('error')]
      return api.identity.completeExternalSignIn({
        flow,
        via,
        state: back.get('state') ?? '',
        ...(code ? { code } : { error: (error ?? 'no code').slice(0, 200) }),
      })
    },
    onSuccess: (answer) => {
      next.current = answer.returnTo ?? undefined
      return answer.pending ? setPending(answer.pending) : afterSignIn(answer, next.current)
    },
  })
  const { mutate } = finish
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const taken = begunFlow.take()
    setFrom(taken?.from)
    if (taken) mutate(taken.flow)
    else setStranded(true)
  }, [mutate])

  if (pending)
    return (
      <SecondStep
        pending={pending}
        onSignedIn={(me) => (me.pending ? setPending(me.pending) : afterSignIn(me, next.current))}
        onAgain={() => void navigate({ to: '/sign-in' })}
      />
    )
  if (stranded || finish.error)
    return (
      <AccountCard title={t(from ? 'ways.did_not_work' : 'ways.not_signed_in')} help={stranded ? t('ways.stranded') : undefined}>
        <div className="grid gap-4">
          <FormTrouble trouble={finish.error ? words(finish.error) : undefined} />
          <ButtonLink to={from ?? '/sign-in'} look="primary" size="large">
            {t(from ? 'ways.back_to_security' : 'account.back_to_sign_in')}
          </ButtonLink>
        </div>
      </AccountCard>
    )
  return (
    <AccountCard title={t(from ? 'state.loading' : 'ways.signing_in')}>
      <div role="status" aria-label={t('state.loading')}>
        <Skeleton className="h-9" />
      </div>
    </AccountCard>
  )
}
