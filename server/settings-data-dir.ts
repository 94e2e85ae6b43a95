// Where data lies by default: outside the checkout, and as root where the database's own user can reach it.
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

const NAME = 'kosmokrator-lua'

/**
 * The absolute data folder: the given one, or the platform's place for data.
 * As root that is /var/lib, because PostgreSQL refuses root and its own user cannot look into root's home.
 */
export function chooseDataDir(
  given: string | undefined,
  environment: Record<string, string | undefined> = {},
  root = process.getuid?.() === 0,
): string {
  if (given) return resolve(given)
  if (root) return join('/var/lib', NAME)
  const data = environment['XDG_DATA_HOME']
  // The XDG specification says to ignore relative paths.
  return data && isAbsolute(data) ? join(data, NAME) : join(homedir(), '.local', 'share', NAME)
}
