export { createGuardedWeb, type GuardedWeb } from '#guarded-web.ts'
export { createGuardedFetch, type GuardedFetch } from '#guarded-fetch.ts'
