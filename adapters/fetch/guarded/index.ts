export { createGuardedWeb, type GuardedWeb } from '#guarded-web.ts'
