// Every setting of the server, read from the environment once and checked at start.
import { z } from 'zod'
import { readLimits } from '../src/contract/limit-settings.ts'
import { type Limits } from '../src/contract/limits.ts'
import { StartFailure } from './failure.ts'
import { Secret } from './vault/secret.ts'
import { chooseDataDir } from './settings-data-dir.ts'
import { isLoopback, parseKeys, parsePrivateHost, parseProxies, parsePublicUrl } from './settings-values.ts'

/** A value that is set but empty counts as not set, as in `PUBLIC_URL= npm start`. */
const text = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional()

/** Runs a parser whose thrown message is the reason, and reports it as the problem of this variable. */
function parsed<T>(parse: (value: string) => T) {
  return text.transform((value, context) => {
    if (value === undefined) return undefined
    try {
      return parse(value)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
      return z.NEVER
    }
  })
}

const split = (value: string) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

const Environment = z.object({
  HOST: text.pipe(
    z
      .string()
      .regex(/^[0-9A-Za-z.:-]+$/, 'is not a host name or an IP address')
      .default('127.0.0.1'),
  ),
  PORT: text.pipe(
    z
      .string()
      .regex(/^\d{1,5}$/, 'is not a port number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'is not a port number from 0 to 65535')
      .default(4321),
  ),
  PUBLIC_URL: parsed(parsePublicUrl),
  TRUSTED_PROXIES: parsed((value) => parseProxies(split(value))),
  DATA_DIR: parsed((value) => chooseDataDir(value)),
  DATABASE_URL: parsed(parseDatabaseUrl),
  MASTER_KEYS: parsed(parseKeys),
  SIGN_UP: text.pipe(z.enum(['open', 'closed'], 'is neither open nor closed').default('open')),
  PRIVATE_HOSTS: parsed((value) => split(value).map(parsePrivateHost)),
})

/** Where the embedded database, its binaries and its password lie, and everything else that start needs to know. */
export interface Settings {
  host: string
  /** 0 lets the system choose. */
  port: number
  /** The address that people open, without a path; undefined when it is the server's own. */
  publicUrl: URL | undefined
  /** Addresses and ranges (CIDR) of proxies whose X-Forwarded headers count. */
  trustedProxies: string[]
  dataDir: string
  /** Another PostgreSQL; undefined for the embedded one. */
  databaseUrl: Secret | undefined
  /** The first key encrypts; all of them decrypt. Undefined: a key file is used, see `loadMasterKeys`. */
  masterKeys: MasterKey[] | undefined
  signUp: 'open' | 'closed'
  /** Exact `host:port` pairs that vendor calls may reach although they are not public. */
  privateHosts: string[]
  /** The limits of runs and calls that are in force. */
  limits: Limits
  /** Whether keys and passwords may travel to this server, and if not, why. */
  credentials: { allowed: true } | { allowed: false; reason: string }
}

/** 32 random bytes in base64, with the id that encrypted rows name. */
export interface MasterKey {
  id: string
  key: Secret
}

/**
 * Reads the settings.
 *
 * @throws StartFailure naming the first wrong variable and the reason
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const result = Environment.safeParse(environment)
  if (!result.success) {
    const issue = result.error.issues[0]!
    throw new StartFailure(`${String(issue.path[0])} ${issue.message}.`)
  }
  const read = result.data
  return {
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL,
    trustedProxies: read.TRUSTED_PROXIES ?? [],
    dataDir: read.DATA_DIR ?? chooseDataDir(undefined, environment),
    databaseUrl: read.DATABASE_URL,
    masterKeys: read.MASTER_KEYS,
    signUp: read.SIGN_UP,
    privateHosts: read.PRIVATE_HOSTS ?? [],
    limits: chooseLimits(environment),
    credentials: judgeTransport(read.HOST, read.PUBLIC_URL),
  }
}

function chooseLimits(environment: Record<string, string | undefined>): Limits {
  try {
    return readLimits(environment)
  } catch (error) {
    throw new StartFailure(`${error instanceof Error ? error.message : String(error)}.`)
  }
}

/** Passwords and keys may cross loopback or TLS, nothing else. */
function judgeTransport(host: string, publicUrl: URL | undefined): Settings['credentials'] {
  if (publicUrl?.protocol === 'https:') return { allowed: true }
  const outside = [host, publicUrl?.hostname].find((name) => name !== undefined && !isLoopback(name))
  if (outside === undefined) return { allowed: true }
  const reason = `${outside} is reached over plain HTTP. Put TLS in front and set PUBLIC_URL to its https address`
  return { allowed: false, reason }
}

function parseDatabaseUrl(value: string): Secret {
  const scheme = /^([a-z]+):\/\//.exec(value)?.[1]
  // Without a host, as in postgresql://user@/name?host=/run/postgresql, it means a Unix socket.
  const readable = URL.canParse(value.replace('@/', '@localhost/'))
  if ((scheme !== 'postgres' && scheme !== 'postgresql') || !readable) {
    throw new Error('is not an address like postgresql://user:password@host:5432/name')
  }
  return new Secret(value)
}
