// The system user that PostgreSQL runs as: whoever runs the server, or `postgres` in place of root, whom it refuses.
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartFailure } from '../../failure.ts'

export interface Owner {
  uid: number
  gid: number
}

const NAME = 'postgres'

/** Undefined when the current user will do. As root: the user `postgres`, created when missing. */
export function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const found = readOwner()
  if (found) return found
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], { stdio: 'ignore' })
  } catch {
    throw new StartFailure(`PostgreSQL refuses to run as root: create a user named ${NAME}, or start as another user.`)
  }
  return readOwner()
}

function readOwner(): Owner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${NAME}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** The folder above `path` (or itself) that keeps this user out; undefined when the path can be reached and read. */
export function findBarrier(path: string, owner: Owner): string | undefined {
  for (let at = path; ; at = dirname(at)) {
    if (!mayEnter(at, owner)) return at
    if (at === dirname(at)) return undefined
  }
}

/** Read and search by the mode bits of the class that applies; access lists are not looked at. */
function mayEnter(path: string, owner: Owner): boolean {
  const { uid, gid, mode } = statSync(path)
  const bits = uid === owner.uid ? mode >> 6 : gid === owner.gid ? mode >> 3 : mode
  return (bits & 1) === 1
}
