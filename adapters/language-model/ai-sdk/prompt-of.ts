import type { ModelMessage, ModelRequest } from '@myna/ports/language-model'
import type { VendorOptions } from '#vendor-model.ts'

type Prompt = VendorOptions['prompt']
type Message = Prompt[number]
type Schema = Extract<NonNullable<VendorOptions['tools']>[number], { type: 'function' }>['inputSchema']

/** Stands before an agent's greeting for vendors whose conversations begin with the user. */
const begin = '(The call begins.)'

/**
 * What a vendor is asked. All instructions come first as one message, results of tools asked for together stay together, and what vendors
 * refuse is left out: messages without words, null bytes, halves of characters.
 */
export function promptOf({ messages, tools = [], maxTokens, temperature }: ModelRequest, how: { beginsWithUser?: boolean } = {}): VendorOptions {
  const system = messages.flatMap((it) => (it.role === 'system' && it.content.trim() !== '' ? [it.content] : [])).join('\n\n')
  const talk: Message[] = []
  for (const message of messages) addMessage(talk, message)
  if (how.beginsWithUser && talk[0]?.role !== 'user') talk.unshift({ role: 'user', content: [{ type: 'text', text: begin }] })
  return {
    prompt: [...(system === '' ? [] : [{ role: 'system' as const, content: tidy(system) }]), ...talk],
    maxOutputTokens: maxTokens,
    temperature,
    ...(tools.length === 0
      ? {}
      : {
          tools: tools.map(({ name, description, parameters }) => ({
            type: 'function' as const,
            name,
            description: tidy(description),
            inputSchema: parameters as Schema,
          })),
          toolChoice: { type: 'auto' as const },
        }),
  }
}

function addMessage(talk: Message[], message: ModelMessage): void {
  const text = tidy(message.content)
  const words = text.trim() === '' ? [] : [{ type: 'text' as const, text }]
  switch (message.role) {
    case 'system':
      return
    case 'user':
      if (words.length > 0) talk.push({ role: 'user', content: words })
      return
    case 'assistant': {
      const calls = (message.calls ?? []).map(({ callId, name, arguments: input }) => ({
        type: 'tool-call' as const,
        toolCallId: callId,
        toolName: name,
        input,
      }))
      if (words.length + calls.length > 0) talk.push({ role: 'assistant', content: [...words, ...calls] })
      return
    }
    case 'tool': {
      const output = { type: 'text' as const, value: text === '' ? '-' : text }
      const result = { type: 'tool-result' as const, toolCallId: message.callId, toolName: message.name, output }
      const last = talk.at(-1)
      if (last?.role === 'tool') last.content.push(result)
      else talk.push({ role: 'tool', content: [result] })
    }
  }
}

const tidy = (text: string) => text.toWellFormed().replaceAll('\0', '')
