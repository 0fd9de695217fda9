import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { AuditVerdict } from '@myna/contracts/audit'
import type { z } from 'zod'

/** What an entry says, in the order its hash covers it. */
export type ChainedAct = {
  id: string
  sequence: number
  at: string
  actor: string
  actorName: string | null
  action: string
  subject: string
  ip: string | null
  traceId: string
  detail: Record<string, unknown>
}
export type ChainedEntry = ChainedAct & { previousHash: string; hash: string; signature: string }
export type Head = { sequence: number; hash: string; signature: string }

/** The hash before the first entry. */
export const firstHash = '0'.repeat(64)

/** SHA-256 over the entry as canonical JSON and the hash before it, in hexadecimal. */
export function hashOf(tenantId: string, act: ChainedAct, previousHash: string): string {
  const { id, sequence, at, actor, actorName, action, subject, ip, traceId, detail } = act
  return createHash('sha256')
    .update(canonical([tenantId, id, sequence, at, actor, actorName, action, subject, ip, traceId, detail, previousHash]))
    .digest('hex')
}

/** Ed25519 signature of a hash, base64url. */
export function signatureOf(hash: string, key: KeyObject): string {
  return sign(null, Buffer.from(hash, 'hex'), key).toString('base64url')
}

type Problem = z.infer<typeof AuditVerdict>['problems'][number]

/** Walks a chain entry by entry, in order of sequence, and gathers what is wrong with it. */
export function createChainWalk(tenantId: string, signingKey: KeyObject) {
  const publicKey = createPublicKey(signingKey)
  const signedBy = (hash: string, signature: string) =>
    /^[0-9a-f]{64}$/.test(hash) && verify(null, Buffer.from(hash, 'hex'), publicKey, Buffer.from(signature, 'base64url'))
  const problems: Problem[] = []
  const seen = new Map<number, string>()
  let expected = 1
  let previousHash = firstHash
  const report = (sequence: number, problem: Problem['problem'], sentence: string) => problems.push({ sequence, problem, sentence })

  return {
    step(entry: ChainedEntry): void {
      const ownHash = hashOf(tenantId, entry, entry.previousHash)
      const signed = signedBy(entry.hash, entry.signature)
      if (entry.sequence > expected) report(expected, 'missing', `${entry.sequence - expected} entries before number ${entry.sequence} are gone.`)
      if (!signed)
        report(entry.sequence, ownHash === entry.hash ? 'inserted' : 'bad_signature', `Entry ${entry.sequence} was not written by this installation.`)
      else if (ownHash !== entry.hash) report(entry.sequence, 'edited', `Entry ${entry.sequence} no longer says what was signed.`)
      else if (entry.sequence === expected && entry.previousHash !== previousHash)
        report(entry.sequence, 'reordered', `Entry ${entry.sequence} does not follow the one before it.`)
      seen.set(entry.sequence, entry.hash)
      previousHash = entry.hash
      expected = entry.sequence + 1
    },
    /** Compares the end of the chain with its head and with the head remembered outside the database. */
    end(head: Head | undefined, anchor: { sequence: number; hash: string } | undefined): Problem[] {
      const last = expected - 1
      if (head && !signedBy(head.hash, head.signature)) report(head.sequence, 'bad_signature', 'The head of the chain was not written by this installation.')
      const known = Math.max(head?.sequence ?? 0, anchor?.sequence ?? 0)
      if (known > last) report(last + 1, 'tail_cut', `The last ${known - last} entries are gone.`)
      else if (!head && last > 0) report(last, 'tail_cut', 'The head of the chain is gone.')
      else if (head && head.sequence < last) report(head.sequence + 1, 'inserted', `Entries after number ${head.sequence} were added behind the head.`)
      else if (head && seen.get(head.sequence) !== head.hash) report(head.sequence, 'edited', 'The last entry is not the one the head names.')
      if (anchor && anchor.sequence <= last && seen.get(anchor.sequence) !== anchor.hash)
        report(anchor.sequence, 'edited', `Entry ${anchor.sequence} is not the one remembered outside the database.`)
      return problems
    },
    get count() {
      return seen.size
    },
  }
}

/** JSON with sorted keys, so that equal values have equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, it]) => it !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, it]) => `${JSON.stringify(key)}:${canonical(it)}`)
      .join(',')}}`
  return JSON.stringify(value)
}
