import { agents, agentsEvents } from './agents.ts'
import { apps, appsEvents } from './apps.ts'
import { audit, auditEvents } from './audit.ts'
import { brain } from './brain.ts'
import { calls, callsEvents } from './calls.ts'
import { gateway, gatewayEvents } from './gateway.ts'
import { identity } from './identity.ts'
import { identityEvents } from './identity-events.ts'
import { knowledge, knowledgeEvents } from './knowledge.ts'
import { tools, toolsEvents } from './tools.ts'
import { voice } from './voice.ts'
import { workspace } from './workspace.ts'
import { workspaceEvents } from './workspace-brand.ts'

/** Every contract there is, by service name. */
export const contracts = { identity, workspace, agents, knowledge, tools, brain, voice, calls, apps, audit, gateway }
export type Contracts = typeof contracts
export type ServiceName = keyof Contracts

/** Every event there is, by who says it; `act.noted` is said by all. */
export const events = {
  agents: agentsEvents,
  apps: appsEvents,
  audit: auditEvents,
  calls: callsEvents,
  gateway: gatewayEvents,
  identity: identityEvents,
  knowledge: knowledgeEvents,
  tools: toolsEvents,
  workspace: workspaceEvents,
}

export { Caller } from './caller.ts'
export { event, type EventShape } from './event.ts'
export { type FaultCode, faults } from './faults.ts'
export * from './operation.ts'
export { Id, Language, Moment, PageInput, pageOf } from './page.ts'
