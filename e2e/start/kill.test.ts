// Ten rounds of kill -9 at random moments, restarted with no wait: it comes up, and every acknowledged row is there.
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { spawnServer, watchOutput } from '../setup/server.ts'
import { makeDataFolder } from './data-folder.ts'

const ROUNDS = 10
/** In these rounds the kill comes before the server is up: in initdb, the first start of PostgreSQL, the migration. */
const EARLY = [0, 1, 2, 5]
/** The longest that a round is left alone, in milliseconds; a first start takes somewhat longer than the first. */
const EARLY_MS = 1_400
const LATE_MS = 900

test('no acknowledged sign-up is lost', { timeout: 480_000 }, async () => {
  await using folder = makeDataFolder()
  const settings = { PORT: '0', DATA_DIR: folder.path, TRUSTED_PROXIES: '127.0.0.1' }
  const acknowledged: string[] = []
  const moments: string[] = []

  for (let round = 0; round < ROUNDS; round++) {
    const server = spawnServer(settings)
    const { address, output } = watchOutput(server)
    const ended = once(server, 'exit')
    const early = EARLY.includes(round)
    const delay = Math.round(Math.random() * (early ? EARLY_MS : LATE_MS))
    let killed = false
    const writing = address
      .then((url) => signUpUntil(url, round, acknowledged, () => killed))
      .catch((error: unknown) => {
        // A kill breaks requests off; anything before it is a fault.
        if (!killed) throw error
      })
    // A late kill comes while users sign up: after the first was answered.
    const before = acknowledged.length
    if (!early) await address
    while (!early && acknowledged.length === before) await Promise.race([sleep(5), ended, writing])
    await sleep(delay)
    killed = true
    server.kill('SIGKILL')
    if (round % 2) folder.killPostmaster()
    await ended
    await writing
    moments.push(`${round}: ${early ? 'early' : 'late'} ${delay} ms, ${acknowledged.length} rows`)
    expect(output(), moments.join('; ')).not.toMatch(/^(The |DATA_DIR|.*"error")/m)
  }

  const last = spawnServer(settings)
  const url = await watchOutput(last).address
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  last.kill('SIGTERM')
  await once(last, 'exit')
  const rows = await folder.query<{ email: string }>('select email from "user"')
  const found = new Set(rows.map(({ email }) => email))
  expect(acknowledged.length, moments.join('; ')).toBeGreaterThanOrEqual(ROUNDS - EARLY.length)
  expect(
    acknowledged.filter((email) => !found.has(email)),
    moments.join('; '),
  ).toEqual([])
})

/** Signs users up, two at a time, and notes each that was answered with 200. */
async function signUpUntil(url: string, round: number, acknowledged: string[], over: () => boolean): Promise<void> {
  let count = 0
  const write = async () => {
    while (!over()) {
      const email = `user-${round}-${count++}@example.com`
      const reply = await fetch(`${url}/api/auth/sign-up/email`, {
        method: 'POST',
        // An address each, or the limit of sign-ups per address would end the test.
        headers: { Origin: url, 'Content-Type': 'application/json', 'X-Forwarded-For': `10.0.${round}.${count}` },
        body: JSON.stringify({ name: 'User', email, password: 'a long enough password' }),
      })
      if (reply.status !== 200) throw new Error(`Sign-up answered ${reply.status}: ${await reply.text()}`)
      acknowledged.push(email)
    }
  }
  await Promise.all([write(), write()])
}
