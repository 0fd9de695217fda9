import type { FormCase } from './form-case.ts'

/** Forms about carriers, numbers and calls; none is sent as one would, for each costs money. */
export const telephoneForms: readonly FormCase[] = [
  {
    name: 'a carrier',
    at: () => ['/numbers', 'Connect carrier'],
    fields: { 'Account SID': 'AC00000000000000000000000000000000', 'Auth token': 'not a token', Name: 'Carrier {n}' },
    needed: ['Account SID', 'Auth token', 'Name'],
    submit: 'Connect carrier',
    unsent: true,
  },
  {
    name: 'a search of numbers',
    at: () => ['/numbers', 'Find a number'],
    fields: { Contains: '', 'Area code': '20', Town: 'London' },
    needed: [],
    submit: 'Search',
    stays: true,
    unsent: true,
  },
  {
    name: 'a call by an agent',
    at: () => ['/calls', 'Call a telephone'],
    choose: (form) => form.getByLabel('Agent').selectOption({ index: 1 }),
    fields: { 'Number to call': '+442079460018', Greeting: 'Good day.' },
    submit: 'Call a telephone',
    unsent: true,
  },
]
