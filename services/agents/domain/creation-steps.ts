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
  return steps.find((it) => !isOver(it))?.name
}

/** Whether nothing is left to do of a step. */
export function isOver({ status }: Step): boolean {
  return status === 'done' || status === 'skipped'
}

/** One of the steps. */
export function stepOf(steps: readonly Step[], name: StepName): Step {
  return steps.find((it) => it.name === name)!
}

/** Steps with one of them changed. */
export function withStep(steps: readonly Step[], name: StepName, change: Partial<Step>): Step[] {
  return steps.map((it) => (it.name === name ? { ...it, ...change } : it))
}

/** Steps of a creation that ends unfinished: the number it got goes to whoever wants one next. */
export function withNumberGivenBack(steps: readonly Step[]): Step[] {
  if (stepOf(steps, 'number').status !== 'done') return [...steps]
  return withStep(steps, 'number', { status: 'skipped', sentence: 'The phone number is free again, because the agent was not finished.' })
}

/** Steps from the given one on as if never begun, so that they are done again; before the last one the number is asked for again, for it was given back. */
export function stepsFrom(steps: readonly Step[], name: StepName): Step[] {
  const fresh = firstSteps()
  const first = name === 'deploy' ? 'number' : name
  const at = steps.findIndex((it) => it.name === first)
  return steps.map((it, index) => (index >= at ? fresh[index]! : it))
}
