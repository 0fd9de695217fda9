import type { Ask, FormCase } from './form-case.ts'

type Draft = { handOffs: unknown[]; call: { keys: unknown[] } }

/** Changes the draft of an agent before it is full; answers whether it did. */
async function emptied(ask: Ask, agent: string, change: (draft: Draft) => object | false): Promise<boolean> {
  const { draft } = await ask<{ draft: Draft }>('GET', `/agents/${agent}`)
  const config = change(draft)
  if (config) await ask('PATCH', `/agents/${agent}`, { config })
  return !!config
}

/** Forms about agents and what they know. */
export const agentForms: readonly FormCase[] = [
  {
    name: 'an agent from a website',
    at: () => ['/agents/new'],
    fields: { Website: 'https://www.example.com', 'Name of the agent': 'Agent {n}' },
    submit: 'Build agent',
    unsent: true,
  },
  {
    name: 'an agent by hand',
    at: () => ['/agents/new?from=hand'],
    fields: { 'Name of the agent': 'Agent {n}', 'Name of the business': 'Example Dental', Greeting: 'Good day.' },
    needed: ['Name of the agent', 'Name of the business'],
    submit: 'Create agent',
    kept: async (ask) => {
      const { items } = await ask<{ items: { id: string }[] }>('GET', '/agents?limit=100')
      return Promise.all(items.map((it) => ask('GET', `/agents/${it.id}`)))
    },
  },
  {
    name: 'a goal',
    at: ({ agent }) => [`/agents/${agent}`, 'Add goal'],
    fields: { Title: 'Goal {n}', 'What callers say': 'I want {n}', 'Said in English': 'It is noted.' },
    needed: ['Title', 'What callers say', 'Said in English'],
    submit: 'Add goal',
    drafts: true,
    kept: (ask, { agent }) => ask('GET', `/agents/${agent}`),
  },
  {
    name: 'a hand-off',
    at: ({ agent }) => [`/agents/${agent}`, 'Add hand-off'],
    fields: { 'As callers know it': 'Desk {n}', 'What callers say': 'the desk {n}' },
    needed: ['As callers know it', 'What callers say'],
    submit: 'Add hand-off',
    makeRoom: (ask, { agent }) => emptied(ask, agent, (draft) => draft.handOffs.length > 7 && { handOffs: [] }),
    drafts: true,
    kept: (ask, { agent }) => ask('GET', `/agents/${agent}`),
  },
  {
    name: 'a key of the menu',
    at: ({ agent }) => [`/agents/${agent}`, 'Add key'],
    fields: { Question: 'When are you open?' },
    submit: 'Add key',
    makeRoom: (ask, { agent }) => emptied(ask, agent, (draft) => draft.call.keys.length > 7 && { call: { ...draft.call, keys: [] } }),
    drafts: true,
    kept: (ask, { agent }) => ask('GET', `/agents/${agent}`),
  },
  {
    name: 'a simulated caller',
    at: ({ agent }) => [`/agents/${agent}?tab=simulations`, 'Write a caller'],
    fields: { Name: 'Caller {n}', 'What it wants': 'To know when it is open', 'What it says': 'When are you open?' },
    needed: ['Name', 'What it says'],
    submit: 'Write a caller',
    kept: (ask, { agent }) => ask('GET', `/agents/${agent}/scenarios?limit=100`),
  },
  {
    name: 'a piece of knowledge',
    at: ({ agent }) => [`/agents/${agent}?tab=knowledge`, 'Add knowledge'],
    fields: { 'What it is about': 'Parking {n}', 'What it says': 'There is parking behind the house.' },
    needed: ['What it is about', 'What it says'],
    submit: 'Add knowledge',
    kept: async (ask, { agent }) => {
      const { baseId } = await ask<{ baseId: string }>('GET', `/agents/${agent}`)
      return ask('GET', `/knowledge/bases/${baseId}/items?limit=100`)
    },
  },
  {
    name: 'a website to know',
    at: ({ agent }) => [`/agents/${agent}?tab=knowledge&view=sources`],
    within: (page) => page.locator('main form').filter({ has: page.getByRole('button', { name: 'Add website' }) }),
    fields: { Website: 'https://www.example.com' },
    submit: 'Add website',
    stays: true,
    unsent: true,
  },
  {
    name: 'an answer put right',
    at: ({ call }) => [`/calls/${call}`, 'Correct this answer'],
    fields: { Question: 'How much is it {n}?', 'What it should say': 'It is 4,500 rupees.' },
    needed: ['Question', 'What it should say'],
    submit: 'Save as knowledge',
    kept: (ask) => ask('GET', '/brain/corrections?limit=100'),
  },
]
