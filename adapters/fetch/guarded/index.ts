export { createGuardedFetch, type GuardedFetch } from '#guarded-fetch.ts'
export { createGuardedWeb, type GuardedWeb } from '#guarded-web.ts'
