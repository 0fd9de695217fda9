import { z } from 'zod'
import { AnswerSource } from './brain.ts'
import { PhoneNumberText } from './call-policy.ts'
import { numbers } from './calls-numbers.ts'
import { CallReport } from './calls-report.ts'
import { callSettings } from './calls-settings.ts'
import { Move } from './dialogue.ts'
import { event } from './event.ts'
import { bytes, operation, socket, stream } from './operation.ts'
import { Id, Language, Moment, PageInput, pageOf } from './page.ts'

export const Call = z
  .object({
    id: Id,
    agentId: Id,
    agentName: z.string(),
    conversationId: Id.describe('The same conversation as the brain keeps it.'),
    version: z.number().int().nullable().describe('Null when the draft was tried.'),
    channel: z.enum(['browser', 'phone']),
    direction: z.enum(['inbound', 'outbound']),
    from: z.string().nullable().describe('Telephone number of who calls; null in a browser.'),
    to: z.string().nullable(),
    status: z
      .enum(['queued', 'ringing', 'live', 'ended', 'dropped', 'busy', 'no-answer', 'failed'])
      .describe('`dropped`: the connection broke and did not come back; `failed`: it never came about.'),
    answeredBy: z.enum(['person', 'machine', 'unknown']).nullable().describe('Of an outbound call, once it is known.'),
    endedBy: z.enum(['caller', 'agent', 'person', 'limit', 'silence', 'carrier']).nullable().describe('`person`: somebody ended it from here.'),
    startedBy: z.string(),
    startedAt: Moment,
    endedAt: Moment.nullable(),
    durationMs: z.number().int().nullable(),
    turnCount: z.number().int(),
    hasRecording: z.boolean(),
    recordingConsent: z.enum(['not-needed', 'announced', 'given', 'refused', 'awaited']).describe('What the caller knows of the recording and said to it.'),
  })
  .meta({ id: 'Call', description: 'A conversation with an agent.' })
export type Call = z.infer<typeof Call>

/** The five states people see while they talk. */
export const TalkState = z.enum(['connecting', 'listening', 'thinking', 'speaking', 'ended'])

export const Latency = z
  .object({
    endOfSpeechMs: z.number().nullable().describe('From the last voiced frame to the end of the turn.'),
    answerMs: z.number().nullable().describe('From the end of the turn to the first words of the answer.'),
    firstAudioMs: z.number().nullable().describe('From the first words to the first sound sent.'),
    heardMs: z.number().nullable().default(null).describe('From the first sound sent until the carrier says that it was heard.'),
  })
  .meta({ id: 'TurnLatency', description: 'Where the time of a turn went.' })

export const CallTurn = z
  .object({
    id: Id,
    speaker: z.enum(['caller', 'agent']),
    text: z.string(),
    language: Language.nullable(),
    sources: z.array(AnswerSource),
    refused: z.boolean(),
    interrupted: z.boolean(),
    brainTurnId: Id.nullable().describe('Of the agent: the turn as the brain keeps it; null for a greeting or an apology.'),
    move: Move.nullable().describe('Of the agent: what the turn did besides speaking; null until that is known, and for a greeting or an apology.'),
    atMs: z.number().int().describe('From the start of the call.'),
    latency: Latency.nullable(),
  })
  .meta({ id: 'CallTurn', description: 'One utterance of a call.' })
export type CallTurn = z.infer<typeof CallTurn>

/** What the browser sends. Binary frames are the microphone: 16 kHz mono PCM, 16 bit little-endian, 20 ms each. */
export const TalkUp = z.discriminatedUnion('type', [
  z
    .object({ type: z.literal('text'), text: z.string().trim().min(1).max(10_000) })
    .describe('A typed turn, or one the browser recognised when `spoken`.')
    .extend({ spoken: z.boolean().default(false), language: Language.optional() }),
  z.object({ type: z.literal('partial'), text: z.string().max(10_000) }).describe('The browser heard this so far.'),
  z
    .object({
      type: z.literal('interrupt'),
      playedMs: z.number().min(0),
      turnId: Id.optional().describe('The turn that was playing; without it the one being said now is meant.'),
    })
    .describe('The caller spoke over the agent, or the player was told to stop; this much of the reply was heard.'),
  z.object({ type: z.literal('played'), turnId: Id }).describe('The whole reply was heard.'),
  z.object({ type: z.literal('listen'), by: z.enum(['server', 'browser', 'none']) }).describe('Who recognises speech from now on.'),
  z.object({ type: z.literal('key'), key: z.string().regex(/^[0-9*#]$/) }).describe('A key of the keypad was pressed.'),
  z.object({ type: z.literal('mute'), speech: z.boolean() }).describe('Whether answers are spoken as well as written.'),
  z
    .object({ type: z.literal('peer'), sdp: z.string().min(1).max(20_000).nullable() })
    .describe(
      'An offer (SDP with all candidates, one line of Opus): sound is to go over a WebRTC connection once there is one, and binary frames are not listened to meanwhile. Null: over this socket again.',
    ),
  z.object({ type: z.literal('hangup') }),
])
export type TalkUp = z.infer<typeof TalkUp>

/** What the browser receives. Binary frames are the agent's voice: 16 kHz mono PCM, 16 bit little-endian. */
export const TalkDown = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    call: Call,
    canHear: z.array(Language).describe('Languages the server itself can recognise; empty: use the browser or type.'),
    canSpeak: z.array(Language),
    iceServers: z
      .array(z.object({ urls: z.string(), username: z.string().exactOptional(), credential: z.string().exactOptional() }))
      .describe('STUN and TURN servers for a WebRTC connection, as `RTCPeerConnection` takes them; what they ask for is good for this call.'),
  }),
  z.object({ type: z.literal('agent'), agentId: Id, name: z.string() }).describe('Another agent goes on with the call.'),
  z.object({ type: z.literal('state'), state: TalkState }),
  z.object({ type: z.literal('partial'), text: z.string() }),
  z
    .object({ type: z.literal('turn'), turn: CallTurn })
    .describe('A turn as it is kept; told again, with the same id, when more is known of it or less of it was heard.'),
  z.object({ type: z.literal('words'), turnId: Id, text: z.string() }).describe('Words of the agent as they come, before its turn is whole.'),
  z.object({ type: z.literal('audio_start'), turnId: Id }),
  z.object({ type: z.literal('audio_end'), turnId: Id, durationMs: z.number() }),
  z.object({ type: z.literal('audio_stop') }).describe('Throw away what is still queued.'),
  z
    .object({ type: z.literal('peer'), sdp: z.string().nullable() })
    .describe('The answer to an offer. Null: sound goes over this socket, because that was asked for, or there is no such connection here, or it is lost.'),
  z.object({ type: z.literal('trouble'), code: z.string(), sentence: z.string() }),
])
export type TalkDown = z.infer<typeof TalkDown>

/** What happens on a call while it goes on. */
export const CallNews = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('call'), call: Call }),
    z.object({ type: z.literal('turn'), turn: CallTurn }),
    z.object({ type: z.literal('report'), report: CallReport }),
  ])
  .meta({ id: 'CallNews', description: 'The call, a turn as it is kept, or the report; told again, with the same id, when more is known.' })
export type CallNews = z.infer<typeof CallNews>

/** Conversations by voice and text. */
export const calls = {
  ...numbers,
  ...callSettings,
  talk: socket({
    http: 'GET /calls/talk',
    summary: 'Talk to an agent by voice and text',
    access: 'calls:write',
    input: z.object({
      agentId: Id,
      draft: z.stringbool().or(z.boolean()).default(false),
      callId: Id.optional().describe('Come back to a call whose connection broke less than a minute ago.'),
    }),
    up: TalkUp,
    down: TalkDown,
    faults: ['agents.not_found', 'calls.agent_not_live', 'calls.not_found', 'calls.over', 'voice.engine_failed'],
  }),
  listCalls: operation({
    http: 'GET /calls',
    summary: 'List calls, newest first',
    access: 'calls:read',
    input: z.object({
      ...PageInput,
      agentId: Id.optional(),
      conversationId: Id.optional(),
      status: Call.shape.status.optional(),
      channel: Call.shape.channel.optional(),
      direction: Call.shape.direction.optional(),
    }),
    output: pageOf(Call),
  }),
  placeCall: operation({
    http: 'POST /calls',
    summary: 'Let an agent call a telephone',
    access: 'calls:write',
    input: z.object({
      agentId: Id,
      to: PhoneNumberText,
      numberId: Id.optional().describe('Number to call from; absent: one of the agent, or any.'),
      draft: z.boolean().default(false),
      greeting: z.string().trim().min(1).max(500).optional().describe("Said instead of the agent's own greeting."),
    }),
    output: Call,
    faults: [
      'agents.not_found',
      'calls.agent_not_live',
      'calls.no_number',
      'calls.number_not_found',
      'calls.country_not_allowed',
      'calls.limit_reached',
      'calls.carrier_refused',
      'calls.carrier_failed',
      'calls.address_not_public',
    ],
  }),
  hangUpCall: operation({
    http: 'POST /calls/{callId}/hang-up',
    summary: 'End a call that goes on',
    access: 'calls:write',
    input: z.object({ callId: Id }),
    output: Call,
    faults: ['calls.not_found', 'calls.over'],
  }),
  transferCall: operation({
    http: 'POST /calls/{callId}/transfer',
    summary: 'Hand a telephone call to a person',
    access: 'calls:write',
    input: z.object({
      callId: Id,
      to: PhoneNumberText,
      kind: z.enum(['blind', 'warm']).default('warm').describe('`warm`: the person hears first what the call is about.'),
    }),
    output: Call,
    faults: ['calls.not_found', 'calls.over', 'calls.not_by_phone', 'calls.country_not_allowed', 'calls.carrier_refused', 'calls.carrier_failed'],
  }),
  pressKeys: operation({
    http: 'POST /calls/{callId}/keys',
    summary: 'Press keys on the line of a call, as for the menu of a machine that answered',
    access: 'calls:write',
    input: z.object({ callId: Id, keys: z.string().regex(/^[0-9*#A-D,w]{1,64}$/, 'Use digits, *, # and a comma for a pause.') }),
    output: z.object({}),
    faults: ['calls.not_found', 'calls.over'],
  }),
  watchCall: stream({
    http: 'GET /calls/{callId}/events',
    summary: 'Follow a call: its state, its turns, its report',
    access: 'calls:read',
    input: z.object({ callId: Id }),
    output: CallNews,
    faults: ['calls.not_found'],
  }),
  getCall: operation({
    http: 'GET /calls/{callId}',
    summary: 'Read a call with its transcript',
    access: 'calls:read',
    input: z.object({ callId: Id }),
    output: z.object({ call: Call, turns: z.array(CallTurn), report: CallReport.nullable() }),
    faults: ['calls.not_found'],
  }),
  getRecording: bytes({
    http: 'GET /calls/{callId}/recording',
    summary: 'The recording: WAV, caller left, agent right',
    access: 'calls:read',
    input: z.object({ callId: Id }),
    contentType: 'audio/wav',
    faults: ['calls.not_found', 'calls.recording_absent'],
  }),
  getWaveform: operation({
    http: 'GET /calls/{callId}/waveform',
    summary: 'The loudness of both voices over the time of a recording',
    access: 'calls:read',
    input: z.object({ callId: Id }),
    output: z.object({
      bucketMs: z.number(),
      caller: z.array(z.number().int()).describe('Peak of each bucket, 0 to 100.'),
      agent: z.array(z.number().int()),
    }),
    faults: ['calls.not_found', 'calls.recording_absent'],
  }),
  deleteCall: operation({
    http: 'DELETE /calls/{callId}',
    summary: 'Delete a call with its recording',
    access: 'calls:delete',
    input: z.object({ callId: Id }),
    output: z.object({}),
    faults: ['calls.not_found'],
  }),
}

export const callsEvents = {
  callDeleted: event({
    name: 'call.deleted',
    summary: 'A call was deleted; what others keep of it goes, too.',
    data: z.object({ callId: Id, conversationId: Id }),
  }),
  callEnded: event({
    name: 'call.ended',
    summary: 'A call is over.',
    data: z.object({
      callId: Id,
      agentId: Id,
      conversationId: Id,
      channel: Call.shape.channel.default('browser'),
      durationMs: z.number().int(),
      turnCount: z.number().int(),
    }),
  }),
}
