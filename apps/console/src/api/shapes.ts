import type { Api } from '@myna/sdk'

type Answer<F extends (...args: never[]) => unknown> = Awaited<ReturnType<F>>
type ItemOf<F extends (...args: never[]) => unknown> = Answer<F> extends { items: (infer T)[] } ? T : never

/** Shapes the API answers with, named for the console. */
export type Me = Answer<Api['identity']['getMe']>
export type Member = ItemOf<Api['identity']['listMembers']>
export type Invitation = ItemOf<Api['identity']['listInvitations']>
export type PendingSignIn = NonNullable<Answer<Api['identity']['signIn']>['pending']>
export type PasskeyAnswer = Parameters<Api['identity']['completePasskeySignIn']>[0]['response']
export type Passkey = ItemOf<Api['identity']['listPasskeys']>
export type PasskeyCreation = Answer<Api['identity']['beginPasskey']>
export type TotpSetup = Answer<Api['identity']['beginTotp']>
export type Proof = Parameters<Api['identity']['removeTotp']>[0]
export type SignInRecord = ItemOf<Api['identity']['listMyActivity']>
export type SsoConnection = ItemOf<Api['identity']['listSsoConnections']>
export type DomainClaim = ItemOf<Api['identity']['listDomains']>
export type Signal = ItemOf<Api['audit']['listSignals']>
export type Operator = ItemOf<Api['identity']['listOperators']>
export type Team = ItemOf<Api['identity']['listTeams']>
export type Role = ItemOf<Api['identity']['listRoles']>
export type Session = ItemOf<Api['identity']['listSessions']>
export type ApiKey = ItemOf<Api['identity']['listApiKeys']>
export type Agent = Answer<Api['agents']['getAgent']>
export type AgentConfig = Agent['draft']
export type AgentVersion = ItemOf<Api['agents']['listVersions']>
export type Creation = Answer<Api['agents']['getCreation']>
export type CreationStep = Creation['steps'][number]
export type Base = Answer<Api['knowledge']['getBase']>
export type Item = ItemOf<Api['knowledge']['listItems']>
export type Category = Item['category']
export type Source = ItemOf<Api['knowledge']['listSources']>
export type SourcePage = ItemOf<Api['knowledge']['listPages']>
export type Conflict = ItemOf<Api['knowledge']['listConflicts']>
export type Provider = ItemOf<Api['brain']['listProviders']>
export type UsageDay = Answer<Api['brain']['getUsage']>['days'][number]
export type Understanding = Answer<Api['brain']['understand']>
export type Unanswered = ItemOf<Api['brain']['listUnanswered']>
export type Correction = ItemOf<Api['brain']['listCorrections']>
export type Remembered = ItemOf<Api['brain']['listRemembered']>
export type Tool = ItemOf<Api['tools']['listTools']>
export type ToolConnection = ItemOf<Api['tools']['listConnections']>
export type Plugin = ItemOf<Api['tools']['listPlugins']>
export type ToolRun = ItemOf<Api['tools']['listRuns']>
export type Errand = ItemOf<Api['tools']['listErrands']>
export type Scenario = ItemOf<Api['agents']['listScenarios']>
export type Criterion = Scenario['criteria'][number]
export type Simulation = Answer<Api['agents']['getSimulation']>
export type SimulatedCall = Simulation['calls'][number]
export type Call = ItemOf<Api['calls']['listCalls']>
export type CallTurn = Answer<Api['calls']['getCall']>['turns'][number]
export type CallReport = NonNullable<Answer<Api['calls']['getCall']>['report']>
export type Carrier = ItemOf<Api['calls']['listCarriers']>
export type PhoneNumber = ItemOf<Api['calls']['listNumbers']>
export type NumberOffer = ItemOf<Api['calls']['searchNumbers']>
export type CallSettings = Answer<Api['calls']['getCallSettings']>['settings']
export type Voice = ItemOf<Api['voice']['listVoices']>
export type VoicePreset = ItemOf<Api['voice']['listVoicePresets']>
export type SpeechProvider = ItemOf<Api['voice']['listSpeechProviders']>
export type AnswerSource = CallTurn['sources'][number]
export type SaidEvent = ItemOf<Api['workspace']['listEvents']>
export type AuditEntry = ItemOf<Api['audit']['listEntries']>
export type AuditVerdict = Answer<Api['audit']['verifyChain']>
export type Notification = ItemOf<Api['workspace']['listNotifications']>
export type View = ItemOf<Api['workspace']['listViews']>
export type Settings = Answer<Api['workspace']['getSettings']>['settings']
/** Languages an agent speaks; `hinglish` is Hindi and English mixed. */
export type Spoken = AgentConfig['languages'][number]
export type App = Answer<Api['apps']['getApp']>
export type AppVersion = ItemOf<Api['apps']['listVersions']>
export type AppConfiguration = Answer<Api['apps']['getConfiguration']>
export type AppUse = ItemOf<Api['apps']['getStatistics']>
export type ProbeAnswer = ItemOf<Api['apps']['listProbes']>
export type Traffic = Answer<Api['gateway']['getTraffic']>
export type ServiceState = Answer<Api['gateway']['listServices']>['services'][number]
export type AccessState = Answer<Api['gateway']['getAccessRules']>
export type AddressRange = AccessState['allow'][number]
