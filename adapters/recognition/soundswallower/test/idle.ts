import { createSoundswallower } from '../soundswallower.ts'

/** Listens once, and leaves its engine open. */
const stream = await createSoundswallower().listen({ languages: ['en'], format: 'pcm-16k', phrases: [] }, new AbortController().signal)
stream.endUtterance()
for await (const text of stream.texts) if (text.final) stream.close()
