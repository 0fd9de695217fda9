import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus, SearchX, UserPlus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allPages } from '#api/all-pages.ts'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Button } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Page, Tab, Tabs } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { number } from '#words/figures.ts'
import { teamsQuery } from '#security/security-queries.ts'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { MemberRow } from './member-row.tsx'
import { RoleDialog } from './role-dialog.tsx'
import { roleName } from './role-name.ts'
import { Roles } from './roles.tsx'
import { rolesQuery } from './roles-query.ts'
import { TeamDialog, Teams } from './teams.tsx'

const tabs = ['members', 'teams', 'roles'] as const
type Narrowing = { q?: string | undefined; role?: string | undefined; state?: string | undefined; factor?: string | undefined; team?: string | undefined }

/** The members of the organisation and who is invited; teams; roles. */
export function Team() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/team' })
  const search = useSearch({ from: '/shell/team' })
  const mayRead = useMay('members:read')
  const mayWrite = useMay('members:write')
  const tab = tabs.find((it) => it === search.tab) ?? 'members'
  const [open, setOpen] = useState<(typeof tabs)[number]>()
  const close = () => setOpen(undefined)
  const field = useRef<HTMLInputElement>(null)
  const filter = {
    ...(search.q && { q: search.q }),
    ...(search.role && { role: search.role }),
    ...(search.state && { active: search.state === 'active' }),
    ...(search.factor && { secondFactor: search.factor === 'yes' }),
    ...(search.team && { teamId: search.team }),
  }
  const teams = useQuery({ ...teamsQuery, enabled: mayRead })
  const roles = useQuery({ ...rolesQuery, enabled: mayRead })
  const members = useQuery({
    queryKey: ['members', filter],
    queryFn: () => allPages((page) => api.identity.listMembers({ ...filter, ...page })),
    placeholderData: (before) => before,
    enabled: mayRead && tab === 'members',
  })
  const narrow = (change: Narrowing) =>
    void navigate({
      search: (before: Narrowing) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)),
      replace: true,
    })
  useShortcuts({ '/': () => field.current?.focus(), f: () => field.current?.focus(), ...(mayWrite && { c: () => setOpen(tab) }) })

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
          <Button look="primary" onClick={() => setOpen(tab)}>
            {tab === 'members' ? <UserPlus aria-hidden /> : <Plus aria-hidden />}
            {t(tab === 'members' ? 'team.invite' : tab === 'teams' ? 'people.team_new' : 'people.role_new')}
          </Button>
        )
      }
      below={
        <>
          <Tabs label={t('people.parts')}>
            {tabs.map((it) => (
              <Tab key={it} to="/team" search={it === 'members' ? {} : { tab: it }} current={tab === it}>
                {t(`people.tab.${it}`)}
              </Tab>
            ))}
          </Tabs>
          {tab === 'members' && (
            <FilterBar
              ref={field}
              label={t('team.search')}
              q={search.q ?? ''}
              onQ={(q) => narrow({ q })}
              choices={[
                {
                  label: t('team.role'),
                  value: search.role ?? '',
                  options: [
                    { value: '', label: t('team.any_role') },
                    ...(roles.data?.items ?? []).map((it) => ({ value: it.name, label: roleName(t, it.name) })),
                  ],
                  onChange: (role) => narrow({ role }),
                },
                {
                  label: t('people.state'),
                  value: search.state ?? '',
                  options: [
                    { value: '', label: t('people.any_state') },
                    { value: 'active', label: t('people.active') },
                    { value: 'inactive', label: t('team.deactivated') },
                  ],
                  onChange: (state) => narrow({ state }),
                },
                {
                  label: t('people.factor'),
                  value: search.factor ?? '',
                  options: [
                    { value: '', label: t('people.any_factor') },
                    { value: 'yes', label: t('people.factor_on') },
                    { value: 'no', label: t('people.factor_off') },
                  ],
                  onChange: (factor) => narrow({ factor }),
                },
                ...(teams.data && teams.data.length > 0
                  ? [
                      {
                        label: t('people.team'),
                        value: search.team ?? '',
                        options: [{ value: '', label: t('people.any_team') }, ...teams.data.map((it) => ({ value: it.id, label: it.name }))],
                        onChange: (team: string | undefined) => narrow({ team }),
                      },
                    ]
                  : []),
              ]}
              count={members.data && t('team.count', { count: members.data.length, shown: number(members.data.length) })}
            />
          )}
        </>
      }
    >
      {!mayWrite && <p className="border-b bg-sunken px-4 py-2 text-sm text-ink-2 lg:px-6">{t('people.only_look')}</p>}
      {tab === 'teams' ? (
        <Teams mayWrite={mayWrite} onNew={() => setOpen('teams')} />
      ) : tab === 'roles' ? (
        <Roles mayWrite={mayWrite} />
      ) : members.error && !members.data ? (
        <Trouble fault={members.error} onRetry={() => void members.refetch()} />
      ) : !members.data ? (
        <SkeletonRows />
      ) : members.data.length > 0 ? (
        <table className="w-full text-sm">
          <caption className="sr-only">{t('team.members')}</caption>
          <thead>
            <tr className="h-9 border-b bg-sunken text-left text-xs text-ink-2 [&>th]:px-4 [&>th]:font-medium max-sm:[&>th]:px-2 max-sm:[&>th:first-child]:pl-4 lg:[&>th]:px-6">
              <th scope="col">{t('team.name')}</th>
              <th scope="col">{t('team.role')}</th>
              <th scope="col" className="max-lg:hidden">
                {t('people.factor')}
              </th>
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
      {tab === 'members' && <Invitations mayWrite={mayWrite} />}
      {open === 'members' && <InviteDialog onClose={close} />}
      {open === 'teams' && <TeamDialog onClose={close} />}
      {open === 'roles' && roles.data && <RoleDialog scopes={roles.data.allScopes.filter((it) => !it.startsWith('platform:'))} onClose={close} />}
    </Page>
  )
}
