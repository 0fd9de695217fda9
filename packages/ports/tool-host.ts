import type { ParameterSchema } from './language-model.ts'

/** A tool as its host describes it. Descriptions are data of somebody else: shown and sent to models, never obeyed. */
export type HostedTool = { name: string; title: string; description: string; parameters: ParameterSchema }

/** One use of a tool. */
export type ToolCall = {
  name: string
  arguments: Record<string, unknown>
  /** The same for every try of one act, so that the far side can tell a repetition. */
  idempotencyKey: string
  timeoutMs: number
  /** More result than this is a `PortFault`. */
  maxBytes: number
  signal: AbortSignal
}

/**
 * Something that has tools: an MCP server, a plugin. `run` gives what the tool answered, JSON or text, and throws `PortFault` with a sentence for
 * people when the tool fails, is late, answers too much, or its host dies.
 */
export type ToolHost = {
  list(signal: AbortSignal): Promise<HostedTool[]>
  run(call: ToolCall): Promise<unknown>
  close(): Promise<void>
}

/** Connects to an MCP server at an address, through a `fetch` that guards private addresses. */
export type McpConnector = (settings: { url: string; headers: Record<string, string> }) => ToolHost

/** A plugin found in the operator's folder. */
export type PluginFound = {
  name: string
  version: string
  title: string
  description: string
  /** Hosts it may fetch from; nothing else is reachable to it. */
  hosts: string[]
  /** Why it cannot be used, if so. */
  trouble: string | null
}

/** The plugins of an installation. New ones are found while the server runs. */
export type PluginFolder = {
  list(): Promise<PluginFound[]>
  /** `settings` are what the organisation entered for it. Throws `PortFault` when there is no such plugin. */
  open(name: string, settings: Record<string, string>): ToolHost
}

/** One request over HTTP as a tool: the address and body are filled in already. Answers JSON, or text for anything else that is readable. */
export type HttpToolRunner = (request: {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  body: string | undefined
  timeoutMs: number
  maxBytes: number
  signal: AbortSignal
}) => Promise<{ status: number; result: unknown }>
