import type { Page } from '@playwright/test'
import type { FormCase } from './form-case.ts'

const cardOf = (button: string) => (page: Page) => page.locator('main form').filter({ has: page.getByRole('button', { name: button, exact: true }) })

/** Cards of settings: they stay where they are. */
export const settingsForms: readonly FormCase[] = [
  {
    name: 'the organisation',
    at: () => ['/settings'],
    fields: { 'Name of the organisation': 'Example Dental {n}', 'Pages to read of a website': '40' },
    needed: ['Name of the organisation', 'Pages to read of a website'],
    submit: 'Save',
    kept: (ask) => ask('GET', '/workspace/settings'),
    stays: true,
  },
  {
    name: 'the brand',
    at: () => ['/settings?section=brand'],
    within: (page) => page.locator('main form').filter({ has: page.getByLabel('Name of the product') }),
    fields: { 'Name of the product': 'Voice {n}', 'Sender of mails': 'Example {n}' },
    needed: [],
    submit: 'Save',
    kept: (ask) => ask('GET', '/workspace/brand'),
    stays: true,
  },
  {
    name: 'limits of the telephone',
    at: () => ['/settings?section=telephone'],
    within: (page) => page.locator('main form').filter({ has: page.getByLabel('Minutes a day') }),
    fields: { 'Calls at the same time': '5', 'Minutes a day': '600', 'Recordings, days': '30', 'Transcripts, days': '90' },
    needed: ['Calls at the same time', 'Minutes a day'],
    submit: 'Save',
    kept: (ask) => ask('GET', '/calls/settings'),
    stays: true,
  },
  {
    name: 'the profile',
    at: () => ['/settings?section=profile'],
    within: (page) => page.locator('main form').filter({ has: page.getByLabel('Your name') }),
    fields: { 'Your name': 'Asha {n}' },
    submit: 'Save',
    turned: ['Your name'],
    kept: (ask) => ask('GET', '/identity/me'),
    stays: true,
  },
  {
    name: 'the password',
    at: () => ['/settings?section=profile'],
    within: cardOf('Change password'),
    fields: { 'Current password': 'not the password', 'New password': 'a long enough password' },
    needed: ['Current password', 'New password'],
    submit: 'Change password',
    whole: /^Too many requests/,
    stays: true,
    unsent: true,
  },
  {
    name: 'limits of requests',
    at: () => ['/access?tab=limits'],
    within: (page) => page.locator('main form').filter({ has: page.getByLabel('Of one person') }),
    fields: { 'Of one person': '90000', Reads: '90000' },
    needed: [],
    submit: 'Save',
    kept: (ask) => ask('GET', '/gateway/limits'),
    stays: true,
  },
  {
    name: 'websites that may use the API',
    at: () => ['/access'],
    within: (page) => page.locator('main form').filter({ has: page.getByLabel('Websites that may use the API') }),
    fields: { 'Websites that may use the API': 'https://www.example.com' },
    needed: [],
    submit: 'Save',
    stays: true,
  },
]
