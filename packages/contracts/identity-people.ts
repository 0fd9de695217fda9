import { z } from 'zod'
import { Email, Me, Member, Session, Team } from './identity-shapes.ts'
import { operation } from './operation.ts'
import { Id, Moment, PageInput, pageOf } from './page.ts'
import { SeenRevision } from './revision.ts'

const Operator = z
  .object({
    userId: Id,
    name: z.string(),
    email: z.string(),
    source: z.enum(['settings', 'first', 'added']).describe('Named in MYNA_OPERATORS, the first to sign up, or added by another operator.'),
    since: Moment,
  })
  .meta({ id: 'Operator', description: 'A person who runs this installation: holds `platform:read` and `platform:write`.' })
const PlatformPerson = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    active: z.boolean(),
    secondFactor: z.boolean(),
    organisations: z.array(z.object({ id: Id, name: z.string(), role: z.string() })),
    lastSeenAt: Moment.nullable(),
    createdAt: Moment,
  })
  .meta({ id: 'PlatformPerson', description: 'A person with an account on this installation.' })
const MemberProfile = Member.extend({
  emailVerified: z.boolean(),
  teams: z.array(z.object({ id: Id, name: z.string() })),
  apiKeys: z.number().int(),
  sessions: z.array(Session).describe('Those that work in this organisation.'),
}).meta({ id: 'MemberProfile', description: 'A member with what an administrator needs to know.' })

/** People as operators and administrators see them, and acting in the place of another. */
export const people = {
  listOperators: operation({
    http: 'GET /identity/operators',
    summary: 'Who runs this installation',
    access: 'platform:read',
    input: z.object({}),
    output: z.object({ items: z.array(Operator), awaited: z.array(z.string()).describe('Addresses of MYNA_OPERATORS without a verified account yet.') }),
  }),
  addOperator: operation({
    http: 'POST /identity/operators',
    summary: 'Make a person with an account an operator',
    access: 'platform:write',
    input: z.object({ email: Email }),
    output: Operator,
    faults: ['identity.person_not_found', 'identity.address_unproven', 'identity.impersonating'],
  }),
  removeOperator: operation({
    http: 'DELETE /identity/operators/{userId}',
    summary: 'Take the rights of an operator away; the last one stays',
    access: 'platform:write',
    input: z.object({ userId: Id }),
    output: z.object({}),
    faults: ['identity.person_not_found', 'identity.last_operator', 'identity.operator_by_setting', 'identity.impersonating'],
  }),
  listPeople: operation({
    http: 'GET /identity/people',
    summary: 'Everybody with an account on this installation',
    access: 'platform:read',
    input: z.object({ ...PageInput, q: z.string().max(200).optional(), active: z.stringbool().or(z.boolean()).optional() }),
    output: pageOf(PlatformPerson),
  }),
  updatePerson: operation({
    http: 'PATCH /identity/people/{userId}',
    summary: 'Shut an account out of the whole installation, or let it in again; its sessions and keys stop at once',
    access: 'platform:write',
    input: z.object({ userId: Id, active: z.boolean() }),
    output: PlatformPerson,
    faults: ['identity.person_not_found', 'identity.last_operator', 'identity.impersonating'],
  }),

  getMember: operation({
    http: 'GET /identity/members/{userId}',
    summary: 'A member with teams, keys and sessions here',
    access: 'members:read',
    input: z.object({ userId: Id }),
    output: MemberProfile,
    faults: ['identity.member_not_found'],
  }),
  revokeMemberSessions: operation({
    http: 'POST /identity/members/{userId}/sessions/revocation',
    summary: 'Sign a member out wherever they work in this organisation',
    access: 'members:write',
    input: z.object({ userId: Id }),
    output: z.object({ revoked: z.number().int() }),
    faults: ['identity.member_not_found', 'identity.above_your_role'],
  }),
  revokeOtherSessions: operation({
    http: 'POST /identity/sessions/revocation',
    summary: 'Sign out everywhere but here',
    access: 'user',
    input: z.object({}),
    output: z.object({ revoked: z.number().int() }),
  }),
  listTeams: operation({ http: 'GET /identity/teams', summary: 'List teams', access: 'members:read', input: z.object({ ...PageInput }), output: pageOf(Team) }),
  saveTeam: operation({
    http: 'PUT /identity/teams',
    summary: 'Create a team, or change it when `id` is given',
    access: 'members:write',
    input: z.object({ id: Id.optional(), name: z.string().trim().min(1).max(80), memberIds: z.array(Id).max(500), revision: SeenRevision }),
    output: Team,
    faults: ['identity.member_not_found', 'request.not_found', 'workspace.changed_meanwhile'],
  }),
  deleteTeam: operation({
    http: 'DELETE /identity/teams/{teamId}',
    summary: 'Delete a team',
    access: 'members:write',
    input: z.object({ teamId: Id }),
    output: z.object({}),
    faults: ['request.not_found'],
  }),

  impersonate: operation({
    http: 'POST /identity/members/{userId}/impersonation',
    summary: 'Act in the place of a member for half an hour; for owners and operators, with a reason, noted in the audit log',
    access: 'member',
    input: z.object({ userId: Id, reason: z.string().trim().min(5).max(300) }),
    output: Me,
    faults: ['identity.member_not_found', 'identity.above_your_role', 'identity.impersonating'],
  }),
  endImpersonation: operation({
    http: 'POST /identity/impersonation/end',
    summary: 'Be oneself again',
    access: 'user',
    input: z.object({}),
    output: Me,
    faults: ['identity.not_impersonating'],
  }),
}
