import type { AuthContext, BetterAuthOptions } from '@better-auth/core'
import { runWithTransaction } from '@better-auth/core/context'
import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { betterAuth } from 'better-auth/minimal'
import { organization } from 'better-auth/plugins/organization'
import type { Caller } from '@myna/contracts/caller'
import { newId } from '@myna/kernel'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Context } from '#context.ts'
import { sessionMs } from '#domain/session-cookie.ts'
import type { DirectoryTables } from '#store/tables.ts'

/** Better-auth's hand on users, accounts, sessions and verification values; inside `change` it works in that transaction. */
export type People = AuthContext['internalAdapter']
/** A transaction over the tables of the directory. */
export type DirectoryTx = Transaction<DirectoryTables>

/** All people, their credentials and sessions, all organisations and who belongs to them: across tenants, so nobody else reaches it. */
export type Directory = {
  /** Reads without a transaction. Never inside one: the embedded database has a single session. */
  read: Kysely<DirectoryTables>
  /** One transaction, which may note acts, say events and send jobs as this caller. */
  change<R>(caller: Pick<Caller, 'tenantId'>, work: (tx: DirectoryTx, people: People) => Promise<R>): Promise<R>
  /** Slow on purpose (scrypt, about 100 ms); never inside a transaction. */
  hashPassword(password: string): Promise<string>
  /** Whether it is the password of this hash; takes as long when there is no hash, and is then false. */
  verifyPassword(password: string, hash: string | null | undefined): Promise<boolean>
}

/** The shape of better-auth's tables here; its HTTP handler is not mounted, for the contract is the only way in. */
export function authOptions(
  owner: Kysely<any>,
  ports: { publicUrl: string; secret: string },
  log: Pick<Context['log'], 'debug' | 'warn' | 'error'>,
): BetterAuthOptions {
  return {
    appName: 'Myna',
    baseURL: ports.publicUrl,
    secret: ports.secret,
    database: kyselyAdapter(owner, { type: 'postgres', transaction: true }),
    advanced: { database: { generateId: () => newId() } },
    emailAndPassword: { enabled: true },
    session: { expiresIn: sessionMs / 1_000 },
    verification: { storeIdentifier: 'hashed' },
    user: { additionalFields: { preferences: { type: 'string', required: true, defaultValue: '{}', input: false } } },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level === 'error' || level === 'warn' ? level : 'debug'](`better-auth: ${message}`) },
    plugins: [
      organization({
        schema: {
          member: {
            additionalFields: {
              active: { type: 'boolean', required: true, defaultValue: true, input: false },
              lastSeenAt: { type: 'date', required: false, input: false },
            },
          },
        },
      }),
    ],
  }
}

const directories = new WeakMap<Context['db'], Promise<Directory>>()

/** The directory of this house, opened on first use; one a house, for better-auth reads its options once. */
export function directoryOf(context: Context): Promise<Directory> {
  const open = directories.get(context.db)
  if (open) return open
  const opening = openDirectory(context)
  directories.set(context.db, opening)
  opening.catch(() => directories.delete(context.db))
  return opening
}

async function openDirectory(context: Context): Promise<Directory> {
  const owner: Kysely<DirectoryTables> = context.db.owner
  const auth = await (betterAuth(authOptions(owner, context.ports, context.log)).$context as Promise<AuthContext>)
  const people = auth.internalAdapter
  const decoy = auth.password.hash(newId())
  // Whoever needs it hears what went wrong.
  decoy.catch(() => {})
  return {
    read: owner,
    async change({ tenantId }, work) {
      let current: DirectoryTx | undefined
      const inTransaction = {
        ...auth.adapter,
        transaction: <T>(go: (adapter: AuthContext['adapter']) => Promise<T>) =>
          owner.transaction().execute(async (tx) => {
            await sql`select set_config('app.tenant_id', ${tenantId ?? ''}, true)`.execute(tx)
            current = tx
            return go(kyselyAdapter(tx, { type: 'postgres', transaction: false })(auth.options))
          }),
      }
      return await runWithTransaction(inTransaction as AuthContext['adapter'], () => work(current!, people))
    },
    hashPassword: (password) => auth.password.hash(password),
    async verifyPassword(password, hash) {
      const same = await auth.password.verify({ password, hash: hash ?? (await decoy) })
      return same && hash !== null && hash !== undefined
    },
  }
}
