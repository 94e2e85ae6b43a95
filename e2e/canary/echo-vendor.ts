// A vendor that gives away every credential it was sent: in body, header and error text, in many encodings.
import { type VendorReply } from '../../src/contract/http.ts'
import { type AccessLine } from '../vendors/listen.ts'

/** How the vendor answers next: an answer, an error it explains, or something that is no JSON. */
export type Mood = 'answer' | 'error' | 'refusal' | 'garbage'

/** What the request proved itself with, as the vendor would log it: the token, or user and password. */
function readCredentials({ headers }: AccessLine): string[] {
  const authorization = headers['authorization'] ?? ''
  const [scheme = '', value = ''] = authorization.split(' ')
  if (scheme !== 'Basic') return [value]
  return [value, ...Buffer.from(value, 'base64').toString().split(':')]
}

/** The ways in which a real vendor repeats what it was sent. */
function encode(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    Buffer.from(`x${secret}`).toString('base64url'),
    Buffer.from(secret).toString('hex'),
    secret.replaceAll(/./g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
    secret.replaceAll(/[^A-Za-z0-9]/g, (letter) => `&#${letter.charCodeAt(0)};`),
  ]
}

export function answerWithEchoes(line: AccessLine, mood: Mood): VendorReply {
  const echoes = readCredentials(line).flatMap(encode)
  const text = echoes.join(' | ')
  const headers = {
    'content-type': 'application/json',
    'x-debug': text.replaceAll(/[^\x20-\x7e]/g, '?'),
    'retry-after': '1',
  }
  const shown = JSON.stringify(text)
  // The same with the vendor's own escapes left as they are: JSON that spells a secret in \u sequences.
  const spelled = `"${text.replaceAll('"', '')}"`
  if (mood === 'garbage')
    return { status: 200, headers: { ...headers, 'content-type': 'text/html' }, body: `<p>${text}` }
  if (mood === 'refusal') return { status: 401, headers, body: `{"error":${spelled}}` }
  if (mood === 'error') return { status: 400, headers, body: `{"error":${shown},"detail":${spelled}}` }
  const rows = [
    { database_id: 'a', database_name: text, region: spelled, endpoint: text, team_id: 't', team_name: text },
  ]
  return line.method === 'GET'
    ? { status: 200, headers, body: JSON.stringify(rows) }
    : { status: 200, headers, body: `{"result":${spelled},"echo":${shown}}` }
}
