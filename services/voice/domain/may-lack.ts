import type { SpeechProviderKind } from '@myna/contracts/voice-providers'

type Connection = { kind: SpeechProviderKind; baseUrl: string | null }

/** Whether a vendor can do without a key: a server of one's own may want none. */
export const mayLackKey = ({ kind, baseUrl }: Connection): boolean => kind === 'http' || (kind === 'openai' && baseUrl !== null)

/** Whether a vendor has an address of its own. */
export const mayLackAddress = ({ kind }: Connection): boolean => kind !== 'http'

/** Whether a vendor can listen at all. */
export const mayListen = ({ kind }: Pick<Connection, 'kind'>): boolean => kind !== 'http'
