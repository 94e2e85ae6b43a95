// Parts of the wire cases of Render: reading requests, and a service as Render sends it and as Lua sees it.
import { type WireCase, type WireStep } from '../wire-case.ts'

export const AUTHORIZATION = 'Bearer rnd_WireTestKey0000000000000000'

export const step = (path: string, body: string, status = 200): WireStep => ({
  method: 'GET',
  path,
  authorization: AUTHORIZATION,
  body: null,
  reply: { status, body },
})

export function read(fn: string, name: string, lua: string, text: string, steps: WireStep[], value: string): WireCase {
  return { name, function: fn, lua, arguments: text, steps, outcome: { value } }
}

export function fail(base: WireCase, name: string, reply: WireStep['reply'], code: string, message: string): WireCase {
  return { ...base, name, steps: base.steps.map((one) => ({ ...one, reply })), outcome: { code, message } }
}

export const WEB =
  '"id":"srv-1","name":"api","type":"web_service","suspended":"not_suspended","suspenders":[],"branch":null,"serviceDetails":{"runtime":"node","url":"https://api.onrender.com","newField":1},"newField":true'
export const WEB_SHOWN =
  '"id":"srv-1","name":"api","type":"web_service","suspended":"not_suspended","status":"not_suspended","url":"https://api.onrender.com","suspenders":[],"serviceDetails":{"runtime":"node","url":"https://api.onrender.com"}'
export const WORKER =
  '"id":"srv-2","name":"work","type":"background_worker","suspended":"suspended","suspenders":["user"],"serviceDetails":{"runtime":"image"}'
export const WORKER_SHOWN = WORKER.replace('"suspenders"', '"status":"suspended","suspenders"')

export const services = (rows: string[]) =>
  `[${rows.map((row, at) => `{"cursor":"c${at + 1}","service":{${row}}}`).join()}]`
