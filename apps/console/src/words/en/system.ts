/** Words of search, notifications, what needs attention, and the first run. */
export const search = {
  items: 'Knowledge',
  members: 'Members',
  place_call: 'Place a call',
  recent: 'Used last',
  searching: 'Searching…',
}

export const told = {
  empty: 'Nothing to tell you yet',
  empty_body: 'Agents that are built, wishes of callers, applications that fail and unusual sign-ins are told here.',
  kind: {
    'agent-built': 'Built: {{name}}',
    'agent-failed': 'Could not be built: {{name}}',
    'errand-noted': 'A caller wants something of you',
    'app-unwell': 'Fails: {{name}}',
    'app-recovered': 'Works again: {{name}}',
    'signal-raised': 'Look at this in the audit log: {{name}}',
    'sign-in-suspicious': 'Somebody signed in as you in an unusual way',
    'account-attacked': 'Somebody tried to guess a credential of yours',
  },
  new: 'New',
  something: 'something without a name',
  title: 'Notifications',
  title_unread: 'Notifications {{shown}} new',
}

export const attention = {
  agent_unpublished: '{{name}} was never published: callers cannot reach it.',
  as_of: 'As of {{time}}',
  fine: 'Nothing needs you now.',
  live: 'Going on now',
  live_none: 'Nobody is on a call.',
  number_without_agent: '{{number}} has no agent: callers hear that it is not in service.',
  provider_fails: '{{name}} does not answer: {{error}}',
  provider_fails_plain: '{{name}} does not answer.',
  questions_one: '{{shown}} question your agents could not answer.',
  questions_other: '{{shown}} questions your agents could not answer.',
  title: 'Needs attention',
}

export const figures = {
  alone: 'Without a person',
  answered: 'Talked to an agent',
  answered_note: 'of calls today',
  calls: 'Calls today',
  latency: 'Until the agent answers',
  latency_note_one: 'of the last call',
  latency_note_other: 'middle of the last {{shown}} calls',
  minutes: 'Minutes today',
  of_last_one: 'of the last call',
  of_last_other: 'of the last {{shown}} calls',
  title: 'Today',
  unanswered: 'Open questions',
}

export const begin = {
  dismiss: 'Hide these steps',
  done: '{{done}} of {{of}} done',
  sample: 'No website? Use a sample business',
  sample_act: 'Create the sample agent',
  sample_busy: 'Creating the sample agent…',
  sample_help: 'A dental clinic with hours, prices and answers. You can talk to it at once and change everything.',
  sample_step: { agent: 'Creating the agent', items: 'Teaching it what the business knows', publish: 'Publishing it' },
}
