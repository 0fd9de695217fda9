/** What an utterance means: language, intent, entities; and what of it must not be kept. */
export type { Entity, EntityType, EntityValues, TimeGrain, TimeValue } from '#entity.ts'
export { entityTypes } from '#entity.ts'
export { acts, type Intent, intents, tasks } from '#intent/intents.ts'
export type { Situation } from '#situation.ts'
