import type { Handle } from '#context.ts'

export const listEngines: Handle<'listEngines'> = async (_input, { ports }) => {
  const speech = ports.engines.map(async (engine) => {
    const languages = [...new Set((await engine.voices()).map((it) => it.language))]
    return { name: engine.name, kind: 'speech' as const, languages, ...(await engine.available()) }
  })
  const recognition = ports.recognisers.map(async (engine) => ({
    name: engine.name,
    kind: 'recognition' as const,
    languages: [...engine.languages],
    ...(await engine.available()),
  }))
  return { engines: await Promise.all([...speech, ...recognition]) }
}
