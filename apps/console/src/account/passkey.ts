import { useTranslation } from 'react-i18next'
import { useFaultWords } from '#api/fault-words.ts'
import type { PasskeyAnswer } from '#api/shapes.ts'

/** Whether this browser can use passkeys as the server writes them. */
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

/** Asks the browser for a passkey that exists; throws a `DOMException` when the person turns back. */
export async function askPasskey(options: Record<string, unknown>): Promise<PasskeyAnswer> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as unknown as PublicKeyCredentialRequestOptionsJSON)
  return written(await navigator.credentials.get({ publicKey }))
}

/** Asks the browser to make a passkey; throws a `DOMException` when the person turns back or the device holds one already. */
export async function makePasskey(options: Record<string, unknown>): Promise<PasskeyAnswer> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as unknown as PublicKeyCredentialCreationOptionsJSON)
  return written(await navigator.credentials.create({ publicKey }))
}

function written(credential: Credential | null): PasskeyAnswer {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('no passkey', 'NotAllowedError')
  return credential.toJSON() as unknown as PasskeyAnswer
}

/** Says what went wrong with a passkey: what the browser threw, or what the server answered. */
export function usePasskeyWords() {
  const { t } = useTranslation()
  const words = useFaultWords()
  return (fault: unknown): { sentence: string; traceId: string | undefined } => {
    if (!(fault instanceof DOMException)) return words(fault)
    const known = fault.name === 'InvalidStateError' ? 'passkey_known' : fault.name === 'SecurityError' ? 'passkey_address' : 'passkey_stopped'
    return { sentence: t(`ways.${known}`), traceId: undefined }
  }
}
