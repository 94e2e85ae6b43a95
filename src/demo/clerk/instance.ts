// The routes of the instance itself, which only the raw functions reach: its redirect URLs, its roles, itself.
import { type Value } from '../../contract/value.ts'
import { type Form } from './body.ts'
import { type RouteContext } from './context.ts'
import { makeId, spellNumber } from './ids.ts'
import { ROLES } from './membership-row.ts'
import { refuse, refuseNotFound } from './problem.ts'
import { showList, showPage, sortRows } from './query.ts'
import { type ClerkState, type RedirectUrl } from './state.ts'

/** When the instance of the fake was made: 1 March 2025. */
const CREATED = Date.UTC(2025, 2, 1, 9)

export const createRedirectUrlForm: Form = {
  strict: false,
  fields: { url: { type: 'string', required: true, format: 'url' } },
}

export function getInstance(): Value {
  const origins = ['https://app.example.com']
  return {
    object: 'instance',
    id: 'ins_demo',
    environment_type: 'development',
    allowed_origins: origins,
    workspace_id: null,
  }
}

export function listRoles({ query }: RouteContext): Value {
  const part = query.get('query')?.toLowerCase() ?? ''
  const rows = Object.entries(ROLES)
    .map(([key, { name, permissions }], place) => ({ key, name, permissions, place, created_at: CREATED + place }))
    .filter(({ key, name }) => key.includes(part) || name.toLowerCase().includes(part))
  const keys = {
    created_at: (row: (typeof rows)[number]) => row.created_at,
    name: (row: (typeof rows)[number]) => row.name,
    key: (row: (typeof rows)[number]) => row.key,
  }
  return showPage(sortRows(rows, query, keys), query, ({ key, name, permissions, place, created_at }) => ({
    object: 'role',
    id: `role_${spellNumber(9000 + place)}`,
    name,
    key,
    description: null,
    is_creator_eligible: key === 'org:admin',
    permissions: permissions.map((permission, at) => showPermission(permission, 9100 + 10 * place + at)),
    created_at,
    updated_at: created_at,
  }))
}

function showPermission(key: string, number: number): Value {
  return {
    object: 'permission',
    id: `perm_${spellNumber(number)}`,
    name: key.replace(/^org:sys_/, '').replace(':', ' '),
    key,
    description: '',
    type: 'system',
    created_at: CREATED,
    updated_at: CREATED,
  }
}

export function listRedirectUrls({ state, query }: RouteContext): Value {
  const sorted = sortRows(state.redirectUrls, new URLSearchParams(), { created_at: (row) => row.created_at })
  return showList(sorted, query, showRedirectUrl)
}

export function createRedirectUrl({ state, body, now }: RouteContext): Value {
  const url = body['url'] as string
  if (state.redirectUrls.some((row) => row.url === url)) {
    throw refuse(400, 'duplicate_record', 'duplicate redirect url', `the redirect url ${url} already exists`)
  }
  const row: RedirectUrl = { id: makeId(state, 'ru'), url, created_at: now, updated_at: now }
  state.redirectUrls.push(row)
  return showRedirectUrl(row)
}

export function getRedirectUrl({ state, params }: RouteContext): Value {
  return showRedirectUrl(findRedirectUrl(state, params['id']!))
}

export function deleteRedirectUrl({ state, params }: RouteContext): Value {
  const found = findRedirectUrl(state, params['id']!)
  state.redirectUrls = state.redirectUrls.filter((row) => row !== found)
  return { id: found.id, object: 'redirect_url', deleted: true }
}

function findRedirectUrl({ redirectUrls }: ClerkState, id: string): RedirectUrl {
  const found = redirectUrls.find((row) => row.id === id)
  if (!found) throw refuseNotFound(`No RedirectURL exists with id: ${id}`, 'Redirect url not found')
  return found
}

function showRedirectUrl(row: RedirectUrl): Value {
  return { object: 'redirect_url', ...row }
}
