import { createSherpaRecognition } from '../index.ts'

/** Listens until it is killed, with the models in the folder that is its argument. */
const engine = createSherpaRecognition({ folder: process.argv[2]! })
await engine.listen({ languages: ['en'], format: 'pcm-16k', phrases: [] }, new AbortController().signal)
process.stdout.write(`${engine.pid}\n`)
