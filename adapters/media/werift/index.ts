export { createPeers } from '#werift-peers.ts'
