export { createPocketsphinx } from './pocketsphinx.ts'
