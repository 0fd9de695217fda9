import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountCard, FormTrouble, textLink } from '#account/account-card.tsx'
import { begunFlow } from '#account/begun-flow.ts'
import { knowsPasskeys } from '#account/passkey.ts'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { meQuery } from '#api/me.ts'
import type { Me } from '#api/shapes.ts'
import { signOut } from '#shell/account-menu.tsx'
import { Button } from '#ui/button.tsx'
import { AddPasskey } from './passkeys-card.tsx'
import { SetUpTotp } from './totp-setup.tsx'

/** Instead of the pages while the organisation asks for more: a second factor to be set up, or its single sign-on. */
export function Required({ me, requires }: { me: Me; requires: NonNullable<Me['requires']> }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'totp' | 'passkey'>()
  const again = () => queryClient.invalidateQueries()
  const leave = useMutation({
    mutationFn: () => api.identity.beginExternalSignIn({ ...(requires.connectionId && { connectionId: requires.connectionId }) }),
    onSuccess: ({ url, flow }) => {
      begunFlow.keep({ flow })
      location.assign(url)
    },
  })
  const enter = useMutation({
    mutationFn: (tenantId: string) => api.identity.switchTenant({ tenantId }),
    onSuccess: async (it) => {
      queryClient.clear()
      queryClient.setQueryData(meQuery.queryKey, it)
      await navigate({ to: '/' })
    },
  })
  const others = me.memberships.filter((it) => it.tenant.id !== requires.tenant.id)
  const fault = leave.error ?? enter.error
  const factor = requires.what === 'second_factor'
  return (
    <main className="grid min-h-dvh place-content-center p-4">
      <AccountCard
        title={t(factor ? 'security.asks_factor' : 'security.asks_sso', { name: requires.tenant.name })}
        help={t(factor ? 'security.asks_factor_help' : 'security.asks_sso_help')}
        foot={
          <button
            type="button"
            className={textLink}
            onClick={async () => {
              await signOut()
              await navigate({ to: '/sign-in' })
            }}
          >
            {t('shell.sign_out')}
          </button>
        }
      >
        <div className="grid gap-3">
          {factor ? (
            <>
              <Button look="primary" size="large" onClick={() => setOpen('totp')}>
                {t('security.totp_set_up')}
              </Button>
              {knowsPasskeys() && (
                <Button size="large" onClick={() => setOpen('passkey')}>
                  {t('security.passkey_add')}
                </Button>
              )}
            </>
          ) : (
            <Button look="primary" size="large" busy={leave.isPending || leave.isSuccess} onClick={() => leave.mutate()}>
              {t('security.asks_sso_do')}
            </Button>
          )}
          {others.map((it) => (
            <Button key={it.tenant.id} size="large" busy={enter.isPending} onClick={() => enter.mutate(it.tenant.id)}>
              <span className="truncate">{t('security.enter_other', { name: it.tenant.name })}</span>
            </Button>
          ))}
          <FormTrouble trouble={fault ? words(fault) : undefined} />
        </div>
      </AccountCard>
      {open === 'totp' && <SetUpTotp onClose={() => setOpen(undefined)} onDone={again} />}
      {open === 'passkey' && <AddPasskey onClose={() => setOpen(undefined)} onDone={again} />}
    </main>
  )
}
