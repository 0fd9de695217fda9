import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { textLink } from '#account/account-card.tsx'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Role } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { Fact, Facts } from '#ui/facts.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { When } from '#ui/when.tsx'
import { fullMoment, number } from '#words/figures.ts'
import { MemberActs } from './member-acts.tsx'
import { MemberRole } from './member-role.tsx'

type Props = { userId: string; roles: readonly Role[]; mayWrite: boolean; onClose: () => void }

/** One member beside the list: role, teams, keys, and where they are signed in. */
export function MemberDrawer({ userId, roles, mayWrite, onClose }: Props) {
  const { t } = useTranslation()
  const mayAudit = useMay('audit:read')
  const { data: member, error, refetch } = useQuery({ queryKey: ['member', userId], queryFn: () => api.identity.getMember({ userId }) })
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={member?.name ?? t('team.members')}
      badge={member && !member.active && <Badge tone="warn">{t('team.deactivated')}</Badge>}
      page={member && mayAudit ? { to: '/audit', search: { actor: `user:${userId}` } } : undefined}
      pageLabel={t('team.acts_done')}
      footer={member && <MemberActs member={member} roles={roles} mayWrite={mayWrite} />}
    >
      {error && !member ? (
        <Trouble fault={error} onRetry={() => void refetch()} />
      ) : !member ? (
        <SkeletonRows rows={4} className="h-12 !px-0" />
      ) : (
        <div className="grid gap-6">
          <Facts className="@sm:grid-cols-2">
            <Fact label={t('team.email')}>
              {member.email} {!member.emailVerified && <Badge tone="warn">{t('team.not_verified')}</Badge>}
            </Fact>
            <Fact label={t('team.role')}>
              <MemberRole member={member} roles={roles} mayWrite={mayWrite} />
            </Fact>
            {member.title && <Fact label={t('team.job')}>{member.title}</Fact>}
            <Fact label={t('people.factor')}>
              <Badge tone={member.secondFactor ? 'ok' : 'neutral'}>{t(member.secondFactor ? 'people.factor_on' : 'people.factor_off')}</Badge>
            </Fact>
            <Fact label={t('team.joined')}>{fullMoment(member.joinedAt)}</Fact>
            <Fact label={t('team.last_seen')}>{member.lastSeenAt ? fullMoment(member.lastSeenAt) : t('team.never')}</Fact>
            <Fact label={t('people.team')}>
              {member.teams.length === 0
                ? '–'
                : member.teams.map((it) => (
                    <Link key={it.id} to="/team" search={{ team: it.id }} className={`${textLink} mr-2`}>
                      {it.name}
                    </Link>
                  ))}
            </Fact>
            <Fact label={t('shell.place.keys')}>{number(member.apiKeys)}</Fact>
          </Facts>
          <section>
            <h3 className="pb-1.5 text-xs text-ink-3">{t('settings.sessions')}</h3>
            {member.sessions.length === 0 ? (
              <p className="text-sm text-ink-2">{t('team.sessions_none')}</p>
            ) : (
              <ul className="divide-y rounded-sm border">
                {member.sessions.map((it) => (
                  <li key={it.id} className="flex items-center gap-3 px-3 py-2 text-sm">
                    <span className="min-w-0 flex-1 truncate">{it.device}</span>
                    <span className="font-mono text-xs text-ink-3">{it.ip}</span>
                    <When at={it.lastSeenAt} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
      )}
    </Drawer>
  )
}
