import { createPocketsphinx } from '../pocketsphinx.ts'

/** Listens until it is killed. */
const stream = await createPocketsphinx().listen({ languages: ['en'], format: 'pcm-16k', phrases: [] }, new AbortController().signal)
stream.feed(new Uint8Array(32_000))
stream.endUtterance()
for await (const text of stream.texts) if (text.final) process.stdout.write('listening\n')
