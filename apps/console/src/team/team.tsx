import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { SearchX, UserPlus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allPages } from '#api/all-pages.ts'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Button } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Page } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { number } from '#words/figures.ts'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { MemberRow } from './member-row.tsx'
import { roleName } from './role-name.ts'
import { rolesQuery } from './roles-query.ts'

/** The members of the organisation and who is invited. */
export function Team() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/team' })
  const search = useSearch({ from: '/shell/team' })
  const mayRead = useMay('members:read')
  const mayWrite = useMay('members:write')
  const [inviting, setInviting] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const filter = { ...(search.q && { q: search.q }), ...(search.role && { role: search.role }) }
  const roles = useQuery({ ...rolesQuery, enabled: mayRead })
  const members = useQuery({
    queryKey: ['members', filter],
    queryFn: () => allPages((page) => api.identity.listMembers({ ...filter, ...page })),
    placeholderData: (before) => before,
    enabled: mayRead,
  })
  const narrow = (change: { q?: string | undefined; role?: string | undefined }) =>
    void navigate({
      search: (before: { q?: string; role?: string }) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)),
      replace: true,
    })
  useShortcuts({ '/': () => field.current?.focus(), f: () => field.current?.focus() })

  if (!mayRead)
    return (
      <Page title={t('team.title')}>
        <NoAccess />
      </Page>
    )
  return (
    <Page
      flush
      title={t('team.title')}
      actions={
        mayWrite && (
          <Button look="primary" onClick={() => setInviting(true)}>
            <UserPlus aria-hidden />
            {t('team.invite')}
          </Button>
        )
      }
      below={
        <FilterBar
          ref={field}
          label={t('team.search')}
          q={search.q ?? ''}
          onQ={(q) => narrow({ q })}
          choices={[
            {
              label: t('team.role'),
              value: search.role ?? '',
              options: [{ value: '', label: t('team.any_role') }, ...(roles.data?.items ?? []).map((it) => ({ value: it.name, label: roleName(t, it.name) }))],
              onChange: (role) => narrow({ role }),
            },
          ]}
          count={members.data && t('team.count', { count: members.data.length, shown: number(members.data.length) })}
        />
      }
    >
      {members.error && !members.data ? (
        <Trouble fault={members.error} onRetry={() => void members.refetch()} />
      ) : !members.data ? (
        <SkeletonRows />
      ) : members.data.length > 0 ? (
        <table className="w-full text-sm">
          <caption className="sr-only">{t('team.members')}</caption>
          <thead>
            <tr className="h-9 border-b bg-sunken text-left text-xs text-ink-2 [&>th]:px-4 [&>th]:font-medium lg:[&>th]:px-6">
              <th scope="col">{t('team.name')}</th>
              <th scope="col">{t('team.role')}</th>
              <th scope="col" className="max-md:hidden">
                {t('team.last_seen')}
              </th>
              <th scope="col">
                <span className="sr-only">{t('act.more')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.data.map((it) => (
              <MemberRow key={it.userId} member={it} roles={roles.data?.items ?? []} mayWrite={mayWrite} />
            ))}
          </tbody>
        </table>
      ) : (
        <Empty icon={SearchX} title={t('team.none_match')} body={t('team.none_match_body')}>
          <Button onClick={() => void navigate({ search: {} })}>{t('act.clear_filter')}</Button>
        </Empty>
      )}
      <Invitations mayWrite={mayWrite} />
      {inviting && <InviteDialog roles={roles.data?.items ?? []} onClose={() => setInviting(false)} />}
    </Page>
  )
}
