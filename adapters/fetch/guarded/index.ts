export { createGuardedFetch, type GuardedFetch } from '#guarded-fetch.ts'
export { createGuardedSocket, type GuardedSocket } from '#guarded-socket.ts'
export { createGuardedWeb, type GuardedWeb } from '#guarded-web.ts'
