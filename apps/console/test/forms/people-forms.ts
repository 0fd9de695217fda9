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
    kept: (ask) => ask('GET', '/identity/teams'),
  },
  {
    name: 'an API key',
    at: () => ['/api-keys', 'Create API key'],
    fields: { Name: 'Key {n}' },
    choose: (form) => form.getByLabel('agents:read').check(),
    submit: 'Create API key',
    kept: (ask) => ask('GET', '/identity/api-keys?limit=100'),
  },
]
