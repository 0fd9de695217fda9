import { useMutation, useQuery } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import type { Me } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { FormTrouble } from './account-card.tsx'
import { begunFlow } from './begun-flow.ts'
import { looksLikeEmail } from './looks-like-email.ts'
import { askPasskey, knowsPasskeys, usePasskeyWords } from './passkey.ts'
import { VendorMark, vendorNames } from './vendor-mark.tsx'

type Props = {
  /** As far as it is typed; its domain may have a single sign-on. */
  email: string
  next: string | undefined
  invitationId?: string
  /** Present where a passkey may be used. */
  onSignedIn?: (me: Me) => unknown
}

/** Ways in beside the password: the single sign-on of the domain, vendors that are set up, passkeys. */
export function OtherWays({ email, next, invitationId, onSignedIn }: Props) {
  const { t } = useTranslation()
  const passkeyWords = usePasskeyWords()
  const domain = looksLikeEmail(email) ? email.trim().split('@')[1]! : ''
  const ways = useQuery({
    queryKey: ['ways', domain],
    queryFn: () => api.identity.listSignInWays(domain ? { email: email.trim() } : {}),
    staleTime: 300_000,
    retry: false,
    placeholderData: (before) => before && { ...before, sso: null },
  })
  const leave = useMutation({
    mutationFn: (to: { vendor: keyof typeof vendorNames } | { connectionId: string }) =>
      api.identity.beginExternalSignIn({
        ...to,
        ...(domain && { email: email.trim() }),
        ...(invitationId && { invitationId }),
        ...(next && { returnTo: next }),
      }),
    onSuccess: ({ url, flow }) => {
      begunFlow.keep({ flow })
      location.assign(url)
    },
  })
  const passkey = useMutation({
    mutationFn: async () => {
      const { challengeId, options } = await api.identity.beginPasskeySignIn({})
      return api.identity.completePasskeySignIn({ challengeId, response: await askPasskey(options) })
    },
    onSuccess: (me) => onSignedIn?.(me),
  })
  const sso = ways.data?.sso
  const vendors = ways.data?.vendors ?? []
  const offersPasskey = onSignedIn !== undefined && knowsPasskeys()
  const fault = leave.error ?? passkey.error
  const busy = leave.isPending || leave.isSuccess || passkey.isPending
  if (!sso && vendors.length === 0 && !offersPasskey) return null
  return (
    <div className="mt-5 grid gap-3 border-t pt-5" role="group" aria-label={t('ways.other')}>
      {sso && (
        <div className="grid gap-2">
          {sso.enforced && <p className="text-sm text-ink-2">{t('ways.sso_enforced')}</p>}
          <Button look={sso.enforced ? 'primary' : 'secondary'} size="large" busy={busy} onClick={() => leave.mutate({ connectionId: sso.connectionId })}>
            <VendorMark vendor={undefined} />
            <span className="truncate">{t('ways.with', { name: sso.name })}</span>
          </Button>
        </div>
      )}
      {vendors.map((it) => (
        <Button key={it} size="large" aria-disabled={busy || undefined} onClick={() => !busy && leave.mutate({ vendor: it })}>
          <VendorMark vendor={it} />
          {t('ways.with', { name: vendorNames[it] })}
        </Button>
      ))}
      {offersPasskey && (
        <Button size="large" busy={passkey.isPending} onClick={() => !busy && passkey.mutate()}>
          <Fingerprint aria-hidden />
          {t('ways.passkey')}
        </Button>
      )}
      <FormTrouble trouble={fault ? passkeyWords(fault) : undefined} />
    </div>
  )
}
