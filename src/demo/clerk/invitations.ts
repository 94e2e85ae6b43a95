// The routes of invitations to the application.
// Vendor documentation: https://clerk.com/docs/reference/backend-api/tag/invitations
import { type Value } from '../../contract/value.ts'
import { type Form } from './body.ts'
import { type RouteContext } from './context.ts'
import { makeId, makeTicket, makeTicketUrl } from './ids.ts'
import { readMetadata } from './metadata.ts'
import { STATUSES } from './organization-invitations.ts'
import { ClerkRefusal, parameterProblems as problems, refuse, refuseNotFound } from './problem.ts'
import { readChoices, showList, sortRows } from './query.ts'
import { type ClerkState, type Fields, type Invitation } from './state.ts'

const DAY = 86_400_000

export const createInvitationForm: Form = {
  strict: true,
  fields: {
    email_address: { type: 'string', required: true, format: 'email' },
    public_metadata: { type: 'object' },
    redirect_url: { type: 'string', format: 'url' },
    notify: { type: 'boolean', nullable: true },
    ignore_existing: { type: 'boolean', nullable: true },
    expires_in_days: { type: 'integer', nullable: true, min: 1, max: 365 },
    template_slug: { type: 'string', choices: ['invitation', 'waitlist_invitation'] },
  },
}

/** Several at once. */
export const createInvitationsForm: Form = { ...createInvitationForm, isList: true }

/** Revoked ones are shown to whoever asks for them only. */
export function listInvitations({ state, query }: RouteContext): Value {
  const statuses = readChoices(query, 'status', STATUSES)
  const part = query.get('query')?.toLowerCase() ?? ''
  const rows = state.invitations.filter(
    (row) =>
      (statuses ? statuses.includes(row.status) : row.status !== 'revoked') &&
      (row.email_address.includes(part) || row.id.toLowerCase() === part),
  )
  const sorted = sortRows(rows, query, {
    created_at: (row) => row.created_at,
    email_address: (row) => row.email_address,
    expires_at: (row) => row.expires_at,
  })
  return showList(sorted, query, showInvitation)
}

export function createInvitation({ state, body, now }: RouteContext): Value {
  const email = (body['email_address'] as string).toLowerCase()
  if (!body['ignore_existing']) checkNew(state, email)
  const days = (body['expires_in_days'] as number | null | undefined) ?? 30
  const invitation: Invitation = {
    id: makeId(state, 'inv'),
    email_address: email,
    status: 'pending',
    public_metadata: readMetadata(body, 'public_metadata'),
    expires_at: now + days * DAY,
    created_at: now,
    updated_at: now,
  }
  state.invitations.push(invitation)
  return showInvitation(invitation)
}

/** All or none: the first that cannot be made refuses the rest. */
export function createInvitations(context: RouteContext): Value {
  return (context.body['items'] as Fields[]).map((body) => createInvitation({ ...context, body }))
}

function checkNew({ users, invitations }: ClerkState, email: string): void {
  if (users.some((user) => user.email_addresses.some(({ value }) => value === email))) {
    throw new ClerkRefusal(422, problems.taken('email_address'))
  }
  if (!invitations.some((row) => row.email_address === email && row.status === 'pending')) return
  const long = `There are already pending invitations for the following email addresses: ${email}`
  throw refuse(400, 'duplicate_record', 'duplicate invitation', long, { email_addresses: [email] })
}

export function revokeInvitation({ state, params, now }: RouteContext): Value {
  const id = params['invitation_id']!
  const invitation = state.invitations.find((row) => row.id === id)
  if (!invitation) throw refuseNotFound(`No invitation was found with id ${id}.`)
  if (invitation.status === 'revoked') {
    throw refuse(400, 'invitation_already_revoked', 'Invitation is already revoked.')
  }
  if (invitation.status === 'accepted') {
    const message = 'Invitation is already accepted, try signing in instead.'
    throw refuse(400, 'invitation_already_accepted', message)
  }
  invitation.status = 'revoked'
  invitation.updated_at = now
  return showInvitation(invitation)
}

function showInvitation(row: Invitation): Value {
  const url = makeTicketUrl(makeTicket('invitation', row.id, row.expires_at))
  return {
    object: 'invitation',
    ...row,
    revoked: row.status === 'revoked',
    ...(row.status === 'pending' && { url }),
  }
}
