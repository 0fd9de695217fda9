/** A telephone number one can have. */
export type OfferedNumber = {
  /** E.164, such as `+442079460018`. */
  number: string
  /** ISO 3166 code. */
  country: string
  kind: NumberKind
  locality: string | null
  region: string | null
  canSms: boolean
  /** In the smallest unit of `currency`; null: the carrier does not say. */
  monthlyPriceCents: number | null
  currency: string | null
}
export type NumberKind = 'local' | 'mobile' | 'toll-free'

/** A number of the account; `id` is the carrier's own name of it. */
export type OwnedNumber = { id: string; number: string; canSms: boolean; answerUrl: string | null }

/** Where the carrier asks what to do with calls to a number. `fallbackUrl` is asked when `answerUrl` does not answer. */
export type NumberRoutes = { answerUrl: string; fallbackUrl: string; statusUrl: string }

/** The states of a call as a carrier tells them. */
export type CarrierCallStatus = 'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer' | 'failed' | 'cancelled'

export type CallPlacement = {
  /** E.164; one of the account's own numbers. */
  from: string
  to: string
  answerUrl: string
  fallbackUrl: string
  /** Told every change of state. */
  statusUrl: string
  /** Rings so long before it counts as unanswered, in seconds. */
  ringSeconds: number
  /** Whether to find out who answers, a person or a machine; the finding goes to `machineUrl` while the call goes on. */
  machineUrl: string | null
}

/** What the carrier is to do with a call, in order. */
export type CallStep =
  /** Both ways of the call's sound go over a WebSocket; `parameters` come back in the stream's `start`. When it ends for whatever reason, `afterUrl` is asked what to do. */
  | { do: 'stream'; url: string; afterUrl: string; parameters: Record<string, string> }
  /** Says a text with the carrier's own voice: for when nothing of ours can speak. */
  | { do: 'say'; text: string; language: 'en' | 'hi' | 'bn' }
  | { do: 'pause'; seconds: number }
  /** For one who waits: `music` again and again (its length is needed because a carrier may not cut it), else a sentence now and then. */
  | { do: 'hold'; seconds: number; music?: { url: string; seconds: number }; language?: 'en' | 'hi' | 'bn' }
  /** Connects another party; `briefUrl`, if any, is asked what to tell that party alone before the two are joined; `afterUrl` is told how it went. */
  | { do: 'dial'; number: string; callerId: string; ringSeconds: number; briefUrl: string | null; afterUrl: string }
  | { do: 'ask'; url: string }
  | { do: 'reject'; reason: 'busy' | 'rejected' }
  | { do: 'hang-up' }

/** What a carrier says by a webhook. */
export type CarrierNews =
  | { type: 'incoming'; carrierCallId: string; from: string; to: string; accountId: string }
  | {
      type: 'status'
      carrierCallId: string
      status: CarrierCallStatus
      durationSeconds: number | null
      sequence: number | null
      at: Date | null
      errorCode: string | null
    }
  | { type: 'machine'; carrierCallId: string; answeredBy: 'person' | 'machine' | 'machine-message-ended' | 'fax' | 'unknown' }
  /** A stream, a dialled party or a pause is over, and the carrier asks what next. */
  | { type: 'step-over'; carrierCallId: string; dialled: 'answered' | 'busy' | 'no-answer' | 'failed' | 'cancelled' | null }

/** One account at a carrier: numbers and calls. Every method throws `PortFault`; none tries again by itself. */
export type Carrier = {
  readonly name: string
  /** Proves the credentials; gives the account's name at the carrier. */
  check(signal?: AbortSignal): Promise<{ accountId: string; accountName: string }>
  /** Makes an account below this one, for a tenant of its own. */
  openSubaccount(name: string): Promise<{ accountId: string; secret: string }>
  closeSubaccount(accountId: string): Promise<void>
  searchNumbers(
    it: { country: string; kind: NumberKind; contains?: string; areaCode?: string; locality?: string; limit: number },
    signal?: AbortSignal,
  ): Promise<OfferedNumber[]>
  buyNumber(number: string, routes: NumberRoutes): Promise<OwnedNumber>
  listNumbers(signal?: AbortSignal): Promise<OwnedNumber[]>
  routeNumber(id: string, routes: NumberRoutes): Promise<OwnedNumber>
  /** A number that is gone already is released. */
  releaseNumber(id: string): Promise<void>
  placeCall(it: CallPlacement): Promise<{ carrierCallId: string; status: CarrierCallStatus }>
  getCall(carrierCallId: string): Promise<{ status: CarrierCallStatus; durationSeconds: number | null }>
  /** Takes a call from what it does now and lets it do something else. Not retryable when the call is over. */
  steerCall(carrierCallId: string, steps: readonly CallStep[]): Promise<void>
  /** A call that is over already is hung up. */
  hangUp(carrierCallId: string): Promise<void>
  /** Whether a webhook comes from the carrier: `url` is the address as the carrier knows it, `form` its body. */
  isSigned(it: { url: string; form: Record<string, string>; signature: string | undefined }): boolean
  close(): Promise<void>
}

/** What is the same for every account of a carrier: how it writes and reads. */
export type CarrierProtocol = {
  readonly name: string
  /** What a webhook answers. */
  answer(steps: readonly CallStep[]): { contentType: string; body: string }
  /** Undefined when it is nothing this carrier says. */
  readNews(kind: 'incoming' | 'status' | 'machine' | 'step-over', form: Record<string, string>): CarrierNews | undefined
  /** Name of the header that carries a webhook's signature. */
  readonly signatureHeader: string
  /** Asks more of an address that must not be lost: how often and how patiently the carrier tries it again. */
  patient(url: string): string
  openMedia(on: MediaEvents): MediaCodec
}

export type CarrierMaker = (account: { accountId: string; secret: string; region: string | null }) => Carrier

/** What comes over a media socket. Called synchronously from `MediaCodec.read`. */
export type MediaEvents = {
  start(it: { streamId: string; carrierCallId: string; parameters: Record<string, string> }): void
  /**
   * μ-law at 8 kHz; the bytes are valid only during the call. `atMs` is the carrier's own time of the frame since the stream began, `sequence` its
   * number among the frames of sound, so that a gap is a loss.
   */
  sound(mulaw: Uint8Array, atMs: number, sequence: number): void
  /** A key the caller pressed: 0–9, *, #, A–D. */
  key(digit: string): void
  /** All sound sent before this mark was heard, or was thrown away by a `clear`. */
  mark(name: string): void
  stop(): void
  /** The message is none of this protocol; `reason` for the log. The socket stays as it is. */
  malformed(reason: string): void
}

/** Reads and writes the messages of one media socket; all of them are text, also those given as bytes. Allocates as little as the protocol lets it. */
export type MediaCodec = {
  /** A text message as it came. Never throws. Sound before `start` is malformed. */
  read(message: Buffer): void
  /** A message with sound, of any length; only after `start`. */
  sound(mulaw: Uint8Array): string | Buffer
  mark(name: string): string | Buffer
  /** Throw away what is not heard yet. */
  clear(): string | Buffer
}
