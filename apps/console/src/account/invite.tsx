import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { meQuery } from '#api/me.ts'
import { useForm } from '#api/use-form.ts'
import { roleName } from '#team/role-name.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Field, Input } from '#ui/field.tsx'
import { Skeleton, Trouble } from '#ui/states.tsx'
import { currentLanguage } from '#words/language.ts'
import { AccountCard, FormTrouble, textLink } from './account-card.tsx'
import { useAfterSignIn } from './use-after-sign-in.ts'
import { OtherWays } from './other-ways.tsx'
import { minimumLength, PasswordField } from './password-field.tsx'

/** Accepts an invitation: at once when signed in, after signing in, or by making an account. */
export function Invite() {
  const { t } = useTranslation()
  const afterSignIn = useAfterSignIn()
  const words = useFaultWords()
  const { invitationId } = useParams({ from: '/account/invite/$invitationId' })
  const invitation = useQuery({ queryKey: ['invitation', invitationId], queryFn: () => api.identity.getInvitation({ invitationId }), retry: false })
  const me = useQuery({ ...meQuery, retry: false })
  const accept = useMutation({ mutationFn: () => api.identity.acceptInvitation({ invitationId }), onSuccess: (it) => afterSignIn(it, undefined) })

  if (invitation.error)
    return (
      <AccountCard title={t('account.invitation')}>
        <Trouble fault={invitation.error} onRetry={() => void invitation.refetch()} className="!px-0 !py-2">
          {t('account.invitation_gone')}
        </Trouble>
      </AccountCard>
    )
  if (!invitation.data || me.isPending)
    return (
      <AccountCard title={t('account.invitation')}>
        <Skeleton className="h-9" />
      </AccountCard>
    )
  const { organisation, email, role, accountExists } = invitation.data
  const title = t('account.join', { organisation })
  const help = t('account.join_help', { email, role: roleName(t, role) })
  const here = `/invite/${invitationId}`

  if (me.data?.user)
    return (
      <AccountCard title={title} help={help}>
        <div className="grid gap-4">
          {me.data.user.email !== email && (
            <p className="rounded-sm bg-warn-bg px-3 py-2 text-sm text-warn">{t('account.signed_in_as_other', { email: me.data.user.email })}</p>
          )}
          <FormTrouble trouble={accept.error ? words(accept.error) : undefined} />
          <Button look="primary" size="large" busy={accept.isPending} onClick={() => accept.mutate()}>
            {t('account.accept')}
          </Button>
        </div>
      </AccountCard>
    )
  if (accountExists)
    return (
      <AccountCard title={title} help={help}>
        <ButtonLink to="/sign-in" search={{ next: here, email }} look="primary" size="large">
          {t('account.sign_in_to_accept')}
        </ButtonLink>
      </AccountCard>
    )
  return <JoinForm title={title} help={help} email={email} invitationId={invitationId} here={here} />
}

function JoinForm({ title, help, email, invitationId, here }: { title: string; help: string; email: string; invitationId: string; here: string }) {
  const { t } = useTranslation()
  const afterSignIn = useAfterSignIn()
  const form = useForm({
    initial: { name: '', password: '' },
    check: (it) => ({
      ...(!it.name.trim() && { name: t('account.name_missing') }),
      ...(it.password.length < minimumLength && { password: t('account.password_short', { count: minimumLength }) }),
    }),
    send: ({ name, password }) => api.identity.signUp({ name: name.trim(), email, password, invitationId, language: currentLanguage() }),
    onDone: (me) => afterSignIn(me, undefined),
    faultAt: { 'identity.weak_password': 'password' },
  })
  return (
    <AccountCard
      title={title}
      help={help}
      foot={
        <>
          {t('account.have_account')}{' '}
          <Link to="/sign-in" search={{ next: here, email }} className={textLink}>
            {t('account.sign_in')}
          </Link>
        </>
      }
    >
      <form noValidate className="grid gap-4" onSubmit={form.onSubmit}>
        <Field label={t('account.email')}>{(named) => <Input {...named} value={email} readOnly autoComplete="username" />}</Field>
        <Field label={t('account.name')} error={form.errors.name}>
          {(named) => <Input {...named} {...form.bind('name')} autoComplete="name" maxLength={80} autoFocus />}
        </Field>
        <PasswordField
          label={t('account.password')}
          error={form.errors.password}
          help={t('account.password_help', { count: minimumLength })}
          {...form.bind('password')}
          autoComplete="new-password"
          maxLength={200}
        />
        <FormTrouble trouble={form.general} />
        <Button type="submit" look="primary" size="large" busy={form.busy}>
          {t('account.join_now')}
        </Button>
      </form>
      <OtherWays email={email} next={undefined} invitationId={invitationId} />
    </AccountCard>
  )
}
