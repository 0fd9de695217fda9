import type { FormCase } from './form-case.ts'

/** Forms of people who are not signed in. */
export const accountForms: readonly FormCase[] = [
  {
    name: 'sign-up',
    at: () => ['/sign-up'],
    fields: { 'Your name': 'Asha', Organisation: 'Rao Dental {n}', 'E-mail': 'asha-{n}@example.com', Password: 'a long enough password' },
    needed: ['Your name', 'Organisation', 'E-mail', 'Password'],
    submit: 'Create account',
  },
  {
    name: 'sign-in',
    at: () => ['/sign-in'],
    fields: { 'E-mail': 'nobody-{n}@example.com', Password: 'not the password' },
    needed: ['E-mail', 'Password'],
    submit: 'Sign in',
    unsent: true,
  },
  { name: 'a forgotten password', at: () => ['/forgot'], fields: { 'E-mail': 'nobody-{n}@example.com' }, submit: 'Send link' },
  {
    name: 'a new password by link',
    at: () => ['/reset?token=x'],
    fields: { 'New password': 'a long enough password' },
    submit: 'Set password',
    whole: /link/i,
    unsent: true,
  },
  {
    name: 'joining by invitation',
    at: ({ invitation }) => [`/invite/${invitation}`],
    fields: { 'Your name': 'Chandra', Password: 'a long enough password' },
    needed: ['Your name', 'Password'],
    submit: 'Create account and join',
    once: true,
  },
]
