import { identity as contract } from '@myna/contracts/identity'
import { defineService } from '@myna/kernel'
import { needs } from '#context.ts'
import { sendMail } from '#jobs/send-mail.ts'
import { sweep } from '#jobs/sweep.ts'
import { acceptInvitation } from '#operations/accept-invitation.ts'
import { authenticate } from '#operations/authenticate.ts'
import { beginExternalSignIn, beginLink, listSignInWays } from '#operations/begin-external.ts'
import { cancelInvitation } from '#operations/cancel-invitation.ts'
import { changePassword } from '#operations/change-password.ts'
import { completeExternalSignIn } from '#operations/complete-external.ts'
import { completeSignIn } from '#operations/complete-sign-in.ts'
import { mountAssertionConsumer } from '#operations/consume-assertion.ts'
import { createApiKey } from '#operations/create-api-key.ts'
import { createTenant } from '#operations/create-tenant.ts'
import { deleteRole } from '#operations/delete-role.ts'
import { deleteTeam } from '#operations/delete-team.ts'
import { claimDomain, listDomains, releaseDomain, sendDomainMail, verifyDomain } from '#operations/domains.ts'
import { ensureTenant } from '#operations/ensure-tenant.ts'
import { listExternalAccounts, unlinkExternalAccount } from '#operations/external-accounts.ts'
import { getInvitation } from '#operations/get-invitation.ts'
import { getJwks } from '#operations/get-jwks.ts'
import { getMe } from '#operations/get-me.ts'
import { endImpersonation, impersonate } from '#operations/impersonation.ts'
import { inviteMember } from '#operations/invite-member.ts'
import { issueToken } from '#operations/issue-token.ts'
import { listApiKeys } from '#operations/list-api-keys.ts'
import { listInvitations } from '#operations/list-invitations.ts'
import { listMembers } from '#operations/list-members.ts'
import { listRoles } from '#operations/list-roles.ts'
import { listSessions, revokeOtherSessions } from '#operations/list-sessions.ts'
import { listTeams } from '#operations/list-teams.ts'
import { getMember, listMemberActivity, listMyActivity, revokeMemberSessions } from '#operations/member-profile.ts'
import { addOperator, listOperators, removeOperator } from '#operations/operators.ts'
import { beginPasskeySignIn, completePasskeySignIn } from '#operations/passkey-sign-in.ts'
import { addPasskey, beginPasskey, listPasskeys, removePasskey, renamePasskey } from '#operations/passkeys.ts'
import { listPeople, updatePerson } from '#operations/people.ts'
import { refreshToken } from '#operations/refresh-token.ts'
import { removeMember } from '#operations/remove-member.ts'
import { reportSignIn } from '#operations/report-sign-in.ts'
import { requestPasswordReset } from '#operations/request-password-reset.ts'
import { resetPassword } from '#operations/reset-password.ts'
import { revokeApiKey } from '#operations/revoke-api-key.ts'
import { revokeSession } from '#operations/revoke-session.ts'
import { saveRole } from '#operations/save-role.ts'
import { saveTeam } from '#operations/save-team.ts'
import { getSecurityPolicy, updateSecurityPolicy } from '#operations/security-policy.ts'
import { sendVerification } from '#operations/send-verification.ts'
import { signIn } from '#operations/sign-in.ts'
import { signOut } from '#operations/sign-out.ts'
import { signUp } from '#operations/sign-up.ts'
import { createSsoConnection, deleteSsoConnection, getSsoMetadata, listSsoConnections, updateSsoConnection } from '#operations/sso-connections.ts'
import { switchTenant } from '#operations/switch-tenant.ts'
import { beginTotp, confirmTotp, forgetDevices, getSecondFactor, removeTotp, renewBackupCodes } from '#operations/totp.ts'
import { updateMe } from '#operations/update-me.ts'
import { updateMember } from '#operations/update-member.ts'
import { updateTenant } from '#operations/update-tenant.ts'
import { verifyEmail } from '#operations/verify-email.ts'
import { onBrandChanged } from '#reactions/on-brand-changed.ts'
import { directoryOf } from '#store/directory.ts'
import { ensureSigningKey } from '#store/signing-keys.ts'

/** People, organisations and their rights. */
export const identity = defineService({
  name: 'identity',
  contract,
  needs,
  operations: {
    signUp,
    signIn,
    signOut,
    sendVerification,
    verifyEmail,
    requestPasswordReset,
    resetPassword,
    changePassword,
    getMe,
    updateMe,
    listSessions,
    revokeSession,
    issueToken,
    refreshToken,
    getJwks,
    createTenant,
    switchTenant,
    updateTenant,
    listMembers,
    updateMember,
    removeMember,
    inviteMember,
    listInvitations,
    getInvitation,
    acceptInvitation,
    cancelInvitation,
    listTeams,
    saveTeam,
    deleteTeam,
    listRoles,
    saveRole,
    deleteRole,
    createApiKey,
    listApiKeys,
    revokeApiKey,
    authenticate,
    ensureTenant,
    beginExternalSignIn,
    beginLink,
    listSignInWays,
    completeExternalSignIn,
    completeSignIn,
    claimDomain,
    listDomains,
    releaseDomain,
    sendDomainMail,
    verifyDomain,
    listExternalAccounts,
    unlinkExternalAccount,
    endImpersonation,
    impersonate,
    getMember,
    listMemberActivity,
    listMyActivity,
    revokeMemberSessions,
    addOperator,
    listOperators,
    removeOperator,
    beginPasskeySignIn,
    completePasskeySignIn,
    addPasskey,
    beginPasskey,
    listPasskeys,
    removePasskey,
    renamePasskey,
    listPeople,
    updatePerson,
    reportSignIn,
    getSecurityPolicy,
    updateSecurityPolicy,
    createSsoConnection,
    deleteSsoConnection,
    getSsoMetadata,
    listSsoConnections,
    updateSsoConnection,
    beginTotp,
    confirmTotp,
    forgetDevices,
    getSecondFactor,
    removeTotp,
    renewBackupCodes,
    revokeOtherSessions,
  },
  hears: { onBrandChanged },
  jobs: { sendMail, sweep },
  migrations: new URL('./migrations/', import.meta.url),
  routes: mountAssertionConsumer,
  async start(context) {
    await directoryOf(context)
    await ensureSigningKey(context)
  },
})
