export { createSoundswallower } from './soundswallower.ts'
