import type { Carrier, OwnedNumber } from '@myna/ports/carrier'

/** The number that callers call. */
export const ourNumber = '+442079460018'

/** An account that owns one number and is there for nothing but to bring calls: it proves every webhook. */
export function createPlayedCarrier(): Carrier {
  const owned: OwnedNumber = { id: 'PN1', number: ourNumber, canSms: false, answerUrl: null }
  const never = async () => {
    throw new Error('nobody asks this carrier for that')
  }
  return {
    name: 'played',
    check: async () => ({ accountId: accountSid, accountName: 'Played' }),
    openSubaccount: never,
    closeSubaccount: never,
    searchNumbers: async () => [],
    buyNumber: async () => owned,
    listNumbers: async () => [owned],
    routeNumber: async () => owned,
    releaseNumber: async () => undefined,
    placeCall: never,
    getCall: async () => ({ status: 'in-progress', durationSeconds: null }),
    steerCall: async () => undefined,
    hangUp: async () => undefined,
    isSigned: () => true,
    close: async () => undefined,
  }
}

/** The account's name at the carrier. */
export const accountSid = `AC${'0'.repeat(32)}`

/** The carrier's name of a call, by its number in a run. */
export function callSidOf(number: number): string {
  return `CA${String(number).padStart(32, '0')}`
}
