import { type CreationStep, type CreationStepName, creationSteps } from '@myna/contracts/agents'
import type { z } from 'zod'

export type Step = z.infer<typeof CreationStep>
export type StepName = z.infer<typeof CreationStepName>

const waiting: Record<StepName, string> = {
  crawl: 'Read the website',
  extract: 'Sort what it says',
  generate: 'Write the agent',
  number: 'Get a phone number',
  deploy: 'Put it live',
}

/** All steps, none begun. */
export function firstSteps(): Step[] {
  return creationSteps.map((name) => ({ name, status: 'waiting', sentence: waiting[name], fault: null, done: null, of: null, startedAt: null, endedAt: null }))
}

/** The first step that is not over; undefined when all are. */
export function nextStep(steps: readonly Step[]): StepName | undefined {
  return steps.find((it) => it.status !== 'done' && it.status !== 'skipped')?.name
}

/** Steps with one of them changed. */
export function withStep(steps: readonly Step[], name: StepName, change: Partial<Step>): Step[] {
  return steps.map((it) => (it.name === name ? { ...it, ...change } : it))
}

/** Steps from the given one on as if never begun, so that they are done again. */
export function stepsFrom(steps: readonly Step[], name: StepName): Step[] {
  const fresh = firstSteps()
  const at = steps.findIndex((it) => it.name === name)
  return steps.map((it, index) => (index >= at ? fresh[index]! : it))
}
