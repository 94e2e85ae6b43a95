// Someone who speaks to the API by raw HTTP, as a page does and as an attacker would.
import { hashScript } from '../../../src/contract/script.ts'

export interface Answer {
  status: number
  /** What the procedure answered; undefined when it failed. */
  data: any // eslint-disable-line @typescript-eslint/no-explicit-any -- the point is to look at what really came
  /** The CallError of a failure. */
  error: any // eslint-disable-line @typescript-eslint/no-explicit-any
  text: string
  headers: Headers
}

export class Caller {
  readonly origin: string
  cookie = ''

  constructor(origin: string) {
    this.origin = origin
  }

  /** Calls a procedure. `headers` replace what a page would send; a value of undefined leaves one out. */
  async ask(procedure: string, input?: unknown, headers: Record<string, string | undefined> = {}): Promise<Answer> {
    return this.post(`/api/trpc/${procedure}`, input, headers)
  }

  async post(path: string, input?: unknown, headers: Record<string, string | undefined> = {}): Promise<Answer> {
    const all = {
      Origin: this.origin,
      'Content-Type': 'application/json',
      Cookie: this.cookie || undefined,
      ...headers,
    }
    const sent = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined)
    const body = input === undefined ? null : JSON.stringify(input)
    return this.read(await fetch(this.origin + path, { method: 'POST', headers: sent, body }))
  }

  async read(response: Response): Promise<Answer> {
    const text = await response.text()
    const json = text.startsWith('{') ? (JSON.parse(text) as any) : undefined // eslint-disable-line @typescript-eslint/no-explicit-any
    const { status, headers } = response
    return { status, text, headers, data: json?.result?.data, error: json?.error?.data?.error }
  }

  /** Signs up with a fresh address and keeps the session cookie. */
  async signUp(name: string, password = 'correct horse battery'): Promise<this> {
    const email = `${name}@example.com`
    const answer = await this.post('/api/auth/sign-up/email', { name, email, password })
    if (answer.status !== 200) throw new Error(`Sign-up answered ${answer.status}: ${answer.text}`)
    this.cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0]!)
      .join('; ')
    return this
  }
}

/** The source whose hash the tests start runs with. */
export const SCRIPT = await hashScript('return 1')
