import { createHash, randomBytes } from 'node:crypto'

/** A code somebody was sent back with, and what it stands for. */
export type Code<P> = {
  person: P
  redirectUri: string
  scopes: readonly string[]
  nonce: string | null
  challenge: string | null
  until: number
  used: boolean
  token: string
}
/** Why a code is not exchanged. */
export type CodeTrouble = 'unknown' | 'used' | 'expired' | 'other_redirect' | 'no_verifier' | 'wrong_verifier'

/** Codes of an authorization server: each is exchanged once, in time, at the address it was sent to, and by who knows its verifier (RFC 6749, RFC 7636). */
export function createCodes<P>(options: { now: () => number; livesMs: number }) {
  const codes = new Map<string, Code<P>>()
  return {
    /** Gives out a code for what an application asked. */
    give(question: URLSearchParams, person: P, scopes: readonly string[]): string {
      const code = randomBytes(16).toString('hex')
      codes.set(code, {
        person,
        scopes,
        redirectUri: question.get('redirect_uri') ?? '',
        nonce: question.get('nonce'),
        challenge: question.get('code_challenge'),
        until: options.now() + options.livesMs,
        used: false,
        token: randomBytes(16).toString('hex'),
      })
      return code
    },
    /** Exchanges a code, or says what is wrong. */
    exchange(form: URLSearchParams): Code<P> | CodeTrouble {
      const code = codes.get(form.get('code') ?? '')
      const verifier = form.get('code_verifier')
      if (!code) return 'unknown'
      if (code.used) return 'used'
      if (code.until <= options.now()) return 'expired'
      if (code.redirectUri !== form.get('redirect_uri')) return 'other_redirect'
      if (code.challenge !== null && !verifier) return 'no_verifier'
      if (code.challenge !== null && createHash('sha256').update(verifier!).digest('base64url') !== code.challenge) return 'wrong_verifier'
      code.used = true
      return code
    },
    /** Whom a token speaks for. */
    heldBy: (token: string | undefined) => [...codes.values()].find((it) => it.used && it.token === token),
  }
}
