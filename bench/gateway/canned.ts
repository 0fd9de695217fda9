/** The question that is asked in every round: an operation of the contract whose answer is not kept. */
export const path = '/api/v1/brain/conversations/019a9c7e-5f00-7000-8000-000000000001'

/** What every server in front of it is asked with. */
export const authorization = 'Bearer myna_bench_0123456789abcdef0123456789abcdef'

const tenantId = '019a9c7e-5f00-7000-8000-000000000002'
const turns = Array.from({ length: 6 }, (_, at) => ({
  id: `turn-${at}`,
  question: 'When are you open on Saturday?',
  answer: 'From nine in the morning to five in the afternoon.',
}))

/** What the services behind answer, the same for everybody: by path, as JSON. */
export const canned: Readonly<Record<string, unknown>> = {
  '/health': { status: 'well' },
  '/services': { version: 'bench', services: ['brain', 'identity'].map((name) => ({ name, operations: 1 })) },
  [path]: { id: '019a9c7e-5f00-7000-8000-000000000001', tenantId, language: 'en', turns },
  '/api/v1/identity/authentication': {
    caller: { tenantId, subject: 'key:019a9c7e-5f00-7000-8000-000000000003', roles: [], scopes: ['brain:read'], traceId: 'bench' },
    cacheMs: 600_000,
  },
}
