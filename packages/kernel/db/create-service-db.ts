export { inRelay } from '#db/in-relay.ts'
