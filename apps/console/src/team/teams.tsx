import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textLink } from '#account/account-card.tsx'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Team } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { newestIn, useRevision } from '#api/use-revision.ts'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Field, Input, Tick } from '#ui/field.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { teamsQuery } from '#security/security-queries.ts'
import { Row } from '#security/row.tsx'

/** Teams: some members under one name. */
export function Teams({ mayWrite, onNew }: { mayWrite: boolean; onNew: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const teams = useQuery(teamsQuery)
  const [editing, setEditing] = useState<Team>()
  const [deleting, setDeleting] = useState<Team>()
  const remove = useMutation({
    mutationFn: (team: Team) => api.identity.deleteTeam({ teamId: team.id }),
    onSuccess: async (_, team) => {
      setDeleting(undefined)
      tell(t('people.team_deleted', { name: team.name }))
      await queryClient.invalidateQueries({ queryKey: teamsQuery.queryKey })
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  if (teams.error && !teams.data) return <Trouble fault={teams.error} onRetry={() => void teams.refetch()} />
  if (!teams.data) return <SkeletonRows />
  if (teams.data.length === 0)
    return (
      <Empty icon={UsersRound} title={t('people.teams_none')} body={t('people.teams_none_body')}>
        {mayWrite && (
          <Button look="primary" onClick={onNew}>
            {t('people.team_new')}
          </Button>
        )}
      </Empty>
    )
  return (
    <>
      <ul className="divide-y border-b">
        {teams.data.map((it) => (
          <Row
            key={it.id}
            title={it.name}
            line={
              <Link to="/team" search={{ team: it.id }} className={textLink}>
                {t('team.count', { count: it.memberIds.length, shown: number(it.memberIds.length) })}
              </Link>
            }
            act={
              mayWrite && (
                <>
                  <Button onClick={() => setEditing(it)} aria-label={`${t('act.edit')}: ${it.name}`}>
                    {t('act.edit')}
                  </Button>
                  <Button look="danger" onClick={() => setDeleting(it)} aria-label={`${t('act.delete')}: ${it.name}`}>
                    {t('act.delete')}
                  </Button>
                </>
              )
            }
          />
        ))}
      </ul>
      {editing && <TeamDialog team={editing} onClose={() => setEditing(undefined)} />}
      {deleting && (
        <Confirm
          open
          onOpenChange={() => setDeleting(undefined)}
          title={t('people.team_delete_title', { name: deleting.name })}
          description={t('people.team_delete_help')}
          action={t('act.delete')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(deleting)}
        />
      )}
    </>
  )
}

/** Makes a team, or changes its name and who is in it. */
export function TeamDialog({ team, onClose }: { team?: Team; onClose: () => void }) {
  const { t } = useTranslation()
  const members = useQuery({ queryKey: ['members', {}], queryFn: () => allPages((page) => api.identity.listMembers(page)) })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(team?.memberIds))
  const upon = useRevision(team?.revision ?? 0, () => newestIn(teamsQuery, (it) => it.id === team!.id))
  const form = useForm({
    initial: { name: team?.name ?? '' },
    check: (it) => (it.name.trim() ? {} : { name: t('people.team_name_missing') }),
    send: (it) => {
      const values = { name: it.name.trim(), memberIds: [...chosen] }
      return team ? upon((revision) => api.identity.saveTeam({ id: team.id, ...values, revision })) : api.identity.saveTeam(values)
    },
    onDone: async (it) => {
      onClose()
      tell(t('people.team_saved', { name: it.name }))
      await queryClient.invalidateQueries({ queryKey: teamsQuery.queryKey })
    },
  })
  return (
    <FormDialog form={form} title={t(team ? 'people.team_edit' : 'people.team_new')} action={team ? t('act.save') : t('people.team_new')} onClose={onClose}>
      <Field label={t('team.name')} error={form.errors.name}>
        {(named) => <Input {...named} {...form.bind('name')} maxLength={80} autoFocus />}
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t('team.members')}</legend>
        {members.data?.map((it) => (
          <Tick
            key={it.userId}
            label={`${it.name} · ${it.email}`}
            checked={chosen.has(it.userId)}
            onChange={(event) => {
              const { checked } = event.target
              setChosen((before) => new Set(checked ? [...before, it.userId] : [...before].filter((id) => id !== it.userId)))
            }}
          />
        )) ?? <SkeletonRows rows={2} />}
      </fieldset>
    </FormDialog>
  )
}
