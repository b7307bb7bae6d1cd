import { createHash, timingSafeEqual } from 'node:crypto'
import { elapsed } from '../host/elapsed.ts'

/** A session as it is kept: the hash of its token, never the token. `at`: milliseconds since 1970. */
export interface Session {
  readonly hash: string
  readonly at: number
}

/** Who may come in: one-time secrets are exchanged for session tokens. Comparisons take the same time whatever is wrong. */
export interface Tokens {
  /** A new secret, good for one exchange. `lasting`: it does not run out (the one that is printed at the start). */
  secret(lasting: boolean): string
  /** A session token for a secret that was never used, or null. The secret is used up. */
  exchange(secret: string): Promise<string | null>
  isLive(token: string | undefined): boolean
  /** Settles when the first secret was exchanged: a browser has come in. */
  readonly used: Promise<void>
}

export interface TokensOptions {
  readonly randomBytes: (count: number) => Uint8Array
  /** The time of day, for the days that a session is kept. */
  readonly now: () => Date
  /** Ms on a clock that nobody sets, for secrets that run out. */
  readonly time?: () => number
  /** Sessions of an earlier start of this server. */
  readonly sessions: readonly Session[]
  /** Keeps the sessions for a later start. */
  readonly keep: (sessions: readonly Session[]) => Promise<void>
}

const DAY = 24 * 3_600_000
const SESSION_DAYS = 30
const MOST_SESSIONS = 32
const MOST_SECRETS = 16
const SECRET_LASTS = 5 * 60_000

export function tokensOf({ randomBytes, now, time = elapsed, sessions: earlier, keep }: TokensOptions): Tokens {
  const fresh = () => Buffer.from(randomBytes(32)).toString('base64url')
  let sessions = earlier.filter(({ at }) => now().getTime() - at < SESSION_DAYS * DAY)
  let secrets: readonly { readonly hash: string; readonly until: number }[] = []

  let cameIn: () => void = () => undefined
  const used = new Promise<void>((resolve) => {
    cameIn = resolve
  })
  return {
    used,
    secret(lasting) {
      const secret = fresh()
      const until = lasting ? Number.POSITIVE_INFINITY : time() + SECRET_LASTS
      secrets = [...secrets.filter((one) => one.until > time()), { hash: hashOf(secret), until }].slice(-MOST_SECRETS)
      return secret
    },
    async exchange(secret) {
      const used = secrets.filter((one) => one.until > time()).filter(({ hash }) => equal(hash, hashOf(secret)))
      if (used.length === 0) return null
      secrets = secrets.filter((one) => !used.includes(one))
      const token = fresh()
      sessions = [...sessions, { hash: hashOf(token), at: now().getTime() }].slice(-MOST_SESSIONS)
      await keep(sessions)
      cameIn()
      return token
    },
    isLive(token) {
      const hash = hashOf(token ?? '')
      return sessions.filter((one) => equal(one.hash, hash)).length > 0
    },
  }
}

function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
