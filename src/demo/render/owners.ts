// Sample data: the user of the key and the workspaces that it opens.
import { type Fields } from './state.ts'

export const user: Fields = { email: 'robin.otter@example.com', name: 'Robin Otter' }

export const PERSONAL = 'usr-ctq4k2rv5a8s73bhd9e0'
export const OTTER_LABS = 'tea-ctq4m91u0jms73dcb2vg'
/** Nobody has given this workspace a payment method. */
export const WITHOUT_PAYMENT = 'tea-cv83n1bqf0us73e1k4p0'

export const owners: Fields[] = [
  { id: PERSONAL, name: 'Robin Otter', email: 'robin.otter@example.com', twoFactorAuthEnabled: true, type: 'user' },
  {
    id: OTTER_LABS,
    name: 'Otter Labs',
    email: 'billing@example.com',
    ipAllowList: [{ cidrBlock: '203.0.113.0/24', description: 'Office in Utrecht' }],
    type: 'team',
  },
  { id: WITHOUT_PAYMENT, name: 'Heron Weekend Projects', email: 'ida.heron@example.org', type: 'team' },
]
