import type { Hit } from '@myna/contracts/knowledge'
import type { Localised, Policy, Slot } from '@myna/contracts/dialogue'
import type { Tool } from '@myna/contracts/tools'
import type { ModelTool, ModelToolCall } from '@myna/ports/language-model'
import type { Context } from '#context.ts'
import { fillSlots } from '#dialogue/fill-slots.ts'
import { goalsOf } from '#dialogue/find-goal.ts'
import { startFilled } from '#dialogue/start-goal.ts'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import type { DialogueState, Filled } from '#dialogue/state.ts'
import type { Setting, Step } from '#dialogue/step.ts'
import type { Hearing } from '#mind/hear.ts'

/** A tool as a model sees it, and the goal its use becomes. `looksUp`: it changes nothing, so it may be used at once to find an answer. */
export type OfferedTool = ModelTool & { goal: BuiltInGoal; looksUp: boolean }

const mostArgument = 1000
const mostTools = 60

/** What a model may ask for: the goals of the agent, and tools the policy names. */
export async function toolsOffered(policy: Policy, context: Context): Promise<OfferedTool[]> {
  const goals = goalsOf(policy)
  const offered = goals.map((goal): OfferedTool => ({ name: goal.name, description: goal.title, parameters: schemaOf(goal.slots), goal, looksUp: false }))
  const wanted = new Set(policy.tools.filter((name) => !goals.some((goal) => goal.tool === name)))
  if (wanted.size === 0) return offered
  const acting = context.as({ ...context.caller, scopes: [...context.caller.scopes, 'tools:read'] })
  const { items } = await acting.call.tools.listTools({ limit: 200 })
  const more = items.filter((tool) => wanted.has(tool.name) && tool.enabled && !tool.missing).map(offer)
  return [...offered, ...more].slice(0, mostTools)
}

const offer = (tool: Tool): OfferedTool => ({
  name: tool.name,
  description: `${tool.title}. ${tool.description}`.slice(0, 1000),
  parameters: tool.parameters as ModelTool['parameters'],
  goal: goalOfTool(tool),
  looksUp: tool.changes === 'nothing',
})

/**
 * Turns what a model asked for into a step of the dialogue, where it is checked, completed and confirmed like any goal. Undefined when there is no such tool.
 * What the model claims about a yes of the caller counts for nothing.
 */
export function beginCalled(call: ModelToolCall, offered: readonly OfferedTool[], hearing: Hearing, state: DialogueState, setting: Setting): Step | undefined {
  const tool = offered.find((it) => it.name === call.name)
  if (!tool) return undefined
  const given = typeof call.arguments === 'object' && call.arguments !== null ? (call.arguments as Record<string, unknown>) : {}
  const slots: Record<string, Filled> = {}
  for (const slot of tool.goal.slots) {
    const filled = argumentOf(slot, given[slot.name], hearing)
    if (filled) slots[slot.name] = filled
  }
  return startFilled(tool.goal, slots, hearing.heard, state, setting)
}

/** An argument as a slot takes it: what the slot can read out of its words, or for free text the words themselves. */
function argumentOf(slot: Slot, argument: unknown, { heard }: Hearing): Filled | undefined {
  if (argument === undefined || argument === null || argument === '') return undefined
  const text = (typeof argument === 'string' ? argument : JSON.stringify(argument)).slice(0, mostArgument)
  if (slot.type === 'text') return { value: typeof argument === 'object' ? text : argument, shown: text, text }
  const filling = fillSlots([slot], slot.name, {}, { ...heard, text, entities: heard.hear(text).entities, intent: 'out_of_scope', confidence: 0 }).get(
    slot.name,
  )
  return filling && 'filled' in filling ? filling.filled : undefined
}

/** What a tool that was used to look something up answered, as a passage to speak from. */
export function passageOf(tool: OfferedTool, runId: string, result: unknown, now: Date): Hit {
  const text = (typeof result === 'string' ? result : JSON.stringify(result)).slice(0, 4000)
  return {
    item: {
      id: runId,
      baseId: runId,
      category: 'custom_business_logic',
      title: tool.goal.title,
      text,
      kind: 'passage',
      label: null,
      value: null,
      language: 'en',
      url: null,
      quote: null,
      confidence: 1,
      state: 'found',
      stale: false,
      updatedAt: now.toISOString(),
    },
    score: 1,
    before: null,
    after: null,
  }
}

function goalOfTool(tool: Tool): BuiltInGoal {
  const properties = Object.entries(tool.parameters.properties ?? {})
  const required = new Set(tool.parameters.required ?? [])
  return {
    name: tool.name,
    title: tool.title,
    intents: [],
    phrases: [],
    slots: properties.map(([name]) => ({ name, type: 'text', prompt: askFor(name), required: required.has(name), choices: [], future: false })),
    tool: tool.name,
    confirm: tool.changes !== 'nothing',
    done: { en: 'Done.', hi: 'हो गया।', hinglish: 'Ho gaya.', bn: 'হয়ে গেছে।' },
  }
}

function askFor(name: string): Localised {
  const words = name.replace(/[_-]+/g, ' ')
  return { en: `What is the ${words}?`, hi: `${words} क्या है?`, hinglish: `${words} kya hai?`, bn: `${words} কী?` }
}

const schemaOf = (slots: readonly Slot[]): ModelTool['parameters'] => ({
  type: 'object',
  properties: Object.fromEntries(
    slots.map((slot) => [slot.name, { type: 'string', description: slot.prompt.en, ...(slot.choices.length > 0 ? { enum: slot.choices } : {}) }]),
  ),
  required: [],
})
