// Runs one of PostgreSQL's own programs: as its user, with an environment that holds nothing of ours.
import { execFile } from 'node:child_process'
import { type Owner } from './owner.ts'

export interface Outcome {
  ok: boolean
  /** Standard output and error, as they came. */
  text: string
}

/** Never throws for a program that fails: the caller reads the text. */
export function execute(program: string, parameters: string[], owner: Owner | undefined): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = {
      // The current folder may be one that the user cannot enter.
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...(owner ? { uid: owner.uid, gid: owner.gid } : {}),
    }
    execFile(program, parameters, options, (error, stdout, stderr) => {
      resolve({ ok: !error, text: [stdout, stderr, error && !stderr ? error.message : ''].join('') })
    })
  })
}
