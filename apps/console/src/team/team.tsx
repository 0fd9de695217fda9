import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Plus, UserPlus } from 'lucide-react'
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allPages } from '#api/all-pages.ts'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Member, Role } from '#api/shapes.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Button } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { ListBody } from '#ui/list-body.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Page, Tab, Tabs } from '#ui/page.tsx'
import { SavedViews } from '#ui/saved-views.tsx'
import { sortingOf, sortRows } from '#ui/sorting.ts'
import { useNarrow } from '#ui/use-narrow.ts'
import { everything } from '#ui/view-address.ts'
import { number } from '#words/figures.ts'
import { teamsQuery } from '#security/security-queries.ts'
import { Invitations } from './invitations.tsx'
import { Members } from './members.tsx'
import { roleName } from './role-name.ts'
import { Roles } from './roles.tsx'
import { rolesQuery } from './roles-query.ts'
import { TeamDialog, Teams } from './teams.tsx'

// What opens over the list comes when it is asked for.
const MemberDrawer = lazy(() => import('./member-drawer.tsx').then((it) => ({ default: it.MemberDrawer })))
const InviteDialog = lazy(() => import('./invite-dialog.tsx').then((it) => ({ default: it.InviteDialog })))
const RoleDialog = lazy(() => import('./role-dialog.tsx').then((it) => ({ default: it.RoleDialog })))

const tabs = ['members', 'teams', 'roles'] as const
const sortKeys = {
  name: (it: Member) => it.name,
  role: (it: Member) => it.role,
  seen: (it: Member) => (it.lastSeenAt ? Date.parse(it.lastSeenAt) : 0),
}

const noRoles: Role[] = []
const noOne: string[] = []

/** The members of the organisation and who is invited; teams; roles. */
export function Team() {
  const { t, i18n } = useTranslation()
  const search = useSearch({ from: '/shell/team' })
  const mayRead = useMay('members:read')
  const mayWrite = useMay('members:write')
  const tab = tabs.find((it) => it === search.tab) ?? 'members'
  const [dialog, setDialog] = useState<(typeof tabs)[number]>()
  const close = () => setDialog(undefined)
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
  const present = useQuery({ queryKey: ['present'], queryFn: () => api.workspace.listPresent({}), enabled: mayRead && tab === 'members' })
  const narrow = useNarrow()
  const open = useCallback((userId: string) => narrow({ open: userId }, { push: true }), [narrow])
  // The head says at once how rows will be ordered; the rows follow.
  const sort = useDeferredValue(search.sort)
  const rows = useMemo(() => members.data && sortRows(members.data, sort, sortKeys, i18n.language), [members.data, sort, i18n.language])
  useShortcuts({ ...(mayWrite && { c: () => setDialog(tab) }) })

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
          <Button look="primary" onClick={() => setDialog(tab)}>
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
              views={<SavedViews list="members" />}
              count={members.data && t('team.count', { count: members.data.length, shown: number(members.data.length) })}
            />
          )}
          {!mayWrite && <p className="border-t bg-sunken px-4 py-2 text-sm text-ink-2 lg:px-6">{t('people.only_look')}</p>}
        </>
      }
    >
      {tab === 'teams' ? (
        <Teams mayWrite={mayWrite} onNew={() => setDialog('teams')} />
      ) : tab === 'roles' ? (
        <Roles mayWrite={mayWrite} />
      ) : (
        <ListBody
          rows={rows}
          error={members.error}
          onRetry={() => void members.refetch()}
          noMatch={{
            title: t('team.none_match'),
            body: t('team.none_match_body'),
            onClear: () => narrow({ q: undefined, role: undefined, state: undefined, factor: undefined, team: undefined, view: everything }),
          }}
          empty={null}
        >
          {(shown) => (
            <Members
              members={shown}
              roles={roles.data?.items ?? noRoles}
              here={present.data?.userIds ?? noOne}
              mayWrite={mayWrite}
              answerTo={JSON.stringify([filter, sort])}
              sorting={sortingOf(search.sort, (next) => narrow({ sort: next }))}
              openId={search.open}
              onOpen={open}
            />
          )}
        </ListBody>
      )}
      {tab === 'members' && rows?.length === 0 && <Invitations mayWrite={mayWrite} />}
      <Suspense>
        {search.open && tab === 'members' && (
          <MemberDrawer
            key={search.open}
            userId={search.open}
            roles={roles.data?.items ?? noRoles}
            mayWrite={mayWrite}
            onClose={() => narrow({ open: undefined })}
          />
        )}
        {dialog === 'members' && <InviteDialog onClose={close} />}
        {dialog === 'teams' && <TeamDialog onClose={close} />}
        {dialog === 'roles' && roles.data && <RoleDialog scopes={roles.data.allScopes.filter((it) => !it.startsWith('platform:'))} onClose={close} />}
      </Suspense>
    </Page>
  )
}
