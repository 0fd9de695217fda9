import type { FormCase } from './form-case.ts'

/** Forms about people and what they may. */
export const peopleForms: readonly FormCase[] = [
  {
    name: 'invite a colleague',
    at: () => ['/team', 'Invite a colleague'],
    fields: { 'E-mail': 'colleague-{n}@example.com' },
    submit: 'Invite a colleague',
    kept: (ask) => ask('GET', '/identity/invitations?limit=100'),
  },
  {
    name: 'a new team',
    at: () => ['/team?tab=teams', 'New team'],
    fields: { Name: 'Team {n}' },
    submit: 'New team',
    kept: (ask) => ask('GET', '/identity/teams?limit=100'),
  },
  {
    name: 'a new role',
    at: () => ['/team?tab=roles', 'New role'],
    fields: { 'Name of the role': 'Role {n}' },
    choose: (form) => form.getByRole('checkbox').nth(1).check(),
    submit: 'New role',
    turned: ['Name of the role'],
  },
  {
    name: 'an API key',
    at: () => ['/api-keys', 'Create API key'],
    fields: { Name: 'Key {n}' },
    choose: (form) => form.getByLabel('agents:read').check(),
    submit: 'Create API key',
    kept: (ask) => ask('GET', '/identity/api-keys?limit=100'),
  },
  { name: 'an operator', at: () => ['/operators', 'Add operator'], fields: { 'E-mail': 'operator@example.com' }, submit: 'Add operator', unsent: true },
  {
    name: 'a single sign-on connection',
    at: () => ['/security?tab=organisation', 'Connect provider'],
    fields: { Name: 'Directory {n}', Issuer: 'https://login.example.com', 'Client id': 'console', 'Client secret': 'not a secret' },
    submit: 'Connect',
    needed: ['Name', 'Issuer', 'Client id', 'Client secret'],
    unsent: true,
  },
  {
    name: 'a domain',
    at: () => ['/security?tab=organisation'],
    within: (page) => page.getByRole('region', { name: 'Domains' }),
    fields: { Domain: 'site-{n}.example' },
    submit: 'Claim domain',
    kept: (ask) => ask('GET', '/identity/domains'),
    turned: ['Domain'],
    stays: true,
  },
  {
    name: 'two-factor set-up',
    at: () => ['/security', 'Set up authenticator app'],
    fields: { 'Your password': 'not the password' },
    submit: 'Continue',
    whole: /^Too many failed attempts/,
    unsent: true,
  },
]
