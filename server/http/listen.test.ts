import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listener, listen } from './listen.ts'

let listener: Listener
beforeAll(async () => {
  listener = await listen('127.0.0.1', 0, [])
  listener.serve((request) => new Response(new URL(request.url).host))
})
afterAll(() => listener.drain(0))

/** Sends bytes as they are; answers all that comes back. */
function send(bytes: string): Promise<string> {
  const socket = connect(listener.port, '127.0.0.1')
  socket.write(bytes)
  return text(socket)
}

test('a request is answered by the app', async () => {
  expect(await send('GET / HTTP/1.1\r\nHost: a.example:1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 200/)
})

test.each([
  ['no host', 'GET / HTTP/1.0\r\n\r\n'],
  ['a host with a space', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
  ['a host with a user', 'GET / HTTP/1.1\r\nHost: a@b\r\nConnection: close\r\n\r\n'],
  ['a host with a path', 'GET / HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n'],
  ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['a backslash in its path', 'GET /\\b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
])('a request with %s is a bad one, not a failure of the server', async (_name, bytes) => {
  const reply = await send(bytes)
  expect(reply).toMatch(/^HTTP\/1.1 400/)
  expect(reply).toMatch(/^x-content-type-options: nosniff\r$/im)
})
