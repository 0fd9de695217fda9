import type { Rule } from '#rewriting/rule.ts'

/** What is different for callers from the version before. */
export type Change = {
  sentence: string
  /** By operation, such as `workspace.getSettings`: rules for what comes in and what goes out. */
  rules?: Readonly<Record<string, { input?: readonly Rule[]; answer?: readonly Rule[] }>>
}

/** A version of the API. Dates are whole days in UTC. */
export type VersionEntry = { version: string; changes: readonly Change[]; deprecated?: { since: string; sunset?: string } }

/** Every version that can be asked for by `Myna-Version`, oldest first; the last one is what the services speak. */
export const apiVersions: readonly VersionEntry[] = [{ version: '2026-11-01', changes: [{ sentence: 'The first version.' }] }]
