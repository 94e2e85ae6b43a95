// Sample data: one-off jobs of two services. Newest first.
import { type Fields } from './state.ts'

type Times = [createdAt: string, startedAt?: string, finishedAt?: string]

function makeJob(serviceId: string, id: string, status: string, startCommand: string, times: Times): Fields {
  const [createdAt, startedAt, finishedAt] = times
  return {
    id,
    serviceId,
    startCommand,
    planId: 'plan-srv-008',
    status,
    createdAt,
    ...(startedAt !== undefined && { startedAt }),
    ...(finishedAt !== undefined && { finishedAt }),
  }
}

const API = 'srv-cabc12345678'

export const sampleJobs: Fields[] = [
  makeJob(API, 'job-d5kp3nd1ng73j0b00000', 'pending', 'npm run index:rivers', ['2026-01-15T11:59:40.105812Z']),
  makeJob(API, 'job-d5krunn1ng73j0b00000', 'running', 'npm run backfill -- --since 2025-06-01', [
    '2026-01-15T11:42:10.870133Z',
    '2026-01-15T11:42:31.402255Z',
  ]),
  makeJob(API, 'job-d5k5ucc33d3d73j0b000', 'succeeded', 'npm run migrate', [
    '2026-01-15T09:34:05.663094Z',
    '2026-01-15T09:34:21.018470Z',
    '2026-01-15T09:34:58.745366Z',
  ]),
  makeJob(API, 'job-d5jf41l3d73j0b000000', 'failed', 'npm run import -- sightings.csv', [
    '2026-01-14T08:15:00.290417Z',
    '2026-01-14T08:15:19.551938Z',
    '2026-01-14T08:15:24.137702Z',
  ]),
  makeJob('srv-d1s34rch0pr1v73svc90', 'job-d52c4nc3l3d73j0b0000', 'canceled', 'search-index rebuild --full', [
    '2025-12-19T15:01:27.008856Z',
    '2025-12-19T15:01:44.910273Z',
    '2025-12-19T15:20:02.336915Z',
  ]),
]
