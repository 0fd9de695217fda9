export { createEspeak } from './espeak.ts'
