// Sample data: deploys of the sample services. Newest first within each service.
import { type StoredDeploy, type Fields } from './state.ts'

const commit = (id: string, message: string, createdAt: string): Fields => ({ id, message, createdAt })

function makeDeploy(
  serviceId: string,
  id: string,
  status: string,
  trigger: string,
  [createdAt, finishedAt]: [string, string | null],
  source: Fields,
): StoredDeploy {
  const deploy = {
    id,
    commit: null,
    ...source,
    status,
    trigger,
    createdAt,
    updatedAt: finishedAt ?? createdAt,
    startedAt: createdAt,
    finishedAt,
  }
  return { serviceId, deploy }
}

export const sampleDeploys: StoredDeploy[] = [
  makeDeploy(
    'srv-cabc12345678',
    'dep-d5kbu1ld1ng73now0000',
    'build_in_progress',
    'new_commit',
    ['2026-01-15T11:59:12.330518Z', null],
    {
      commit: commit('7c1f0a92d4b86e35f1c0a7d2948be6503fd1c7a8', 'Cache the list of rivers', '2026-01-15T11:58:55Z'),
    },
  ),
  makeDeploy(
    'srv-cabc12345678',
    'dep-cabc12345678',
    'live',
    'new_commit',
    ['2026-01-15T09:31:02.017744Z', '2026-01-15T09:33:48.270931Z'],
    {
      commit: commit(
        '2b9e64d10f7a58c3e96b04d7f18ac52e30b7d941',
        'Answer searches in half the time',
        '2026-01-15T09:30:41Z',
      ),
    },
  ),
  makeDeploy(
    'srv-cabc12345678',
    'dep-d5jf41l3d73bu1ld0000',
    'build_failed',
    'new_commit',
    ['2026-01-14T16:02:37.884016Z', '2026-01-14T16:03:20.405183Z'],
    {
      commit: commit('e04d7b1c95a2f8637d10b9c4e5a28f716c3d0b92', 'Use the new search client', '2026-01-14T16:02:19Z'),
    },
  ),
  makeDeploy(
    'srv-cabc12345678',
    'dep-d5c0ldv3rs10n73a0000',
    'deactivated',
    'manual',
    ['2026-01-08T10:11:45.203369Z', '2026-01-08T10:14:30.619822Z'],
    {
      commit: commit(
        '91c5d3f8a60b27e4d8f1953c0e7ab642f05d8c1e',
        'Say which river a sighting was at',
        '2026-01-07T17:26:03Z',
      ),
    },
  ),
  makeDeploy(
    'srv-d5h2pr42us73fb09k1m0',
    'dep-d5h2pr42d3p73l0y0000',
    'live',
    'new_commit',
    ['2026-01-14T15:20:14.120047Z', '2026-01-14T15:22:50.731190Z'],
    {
      commit: commit('c83a0e5f2d9417b6a5c0e8d3f9127b64ad05e3f1', 'Try an index of names', '2026-01-14T15:19:58Z'),
    },
  ),
  makeDeploy(
    'crn-d3n1ght7ly73repo0rt0',
    'dep-d5fcr0nd3pl73y000000',
    'live',
    'new_commit',
    ['2026-01-12T08:00:11.940203Z', '2026-01-12T08:01:02.551204Z'],
    {
      commit: commit('5f7d2c80b1e94a36d7058e2fb9c41da6370e8b5c', 'Count otters by river', '2026-01-12T07:59:49Z'),
    },
  ),
  makeDeploy(
    'srv-d2th7mb9a1l73wrk8r50',
    'dep-d5k1mag3up73date0000',
    'live',
    'api',
    ['2026-01-15T11:57:41.556120Z', '2026-01-15T11:58:20.018846Z'],
    {
      image: {
        ref: 'ghcr.io/otter-labs/thumbnails:2.4.1',
        sha: 'sha256:4b0c8a17d2f35e96c7a1b80d4e29f6513c8d07ba92e4f1650d3b7c9a82e51f04',
        registryCredential: 'Otter Labs on GitHub',
      },
    },
  ),
  makeDeploy(
    'srv-d1s34rch0pr1v73svc90',
    'dep-d52s34rchd3p73loy000',
    'live',
    'rollback',
    ['2025-12-19T16:20:05.008312Z', '2025-12-19T16:22:31.940618Z'],
    {
      commit: commit('d60e1b94f8c32a75e0d9b7f4163ac582b70f9de4', 'Keep the index in memory', '2025-12-10T11:03:27Z'),
    },
  ),
  makeDeploy(
    'srv-d0st4t1cs1te73otter0',
    'dep-d5es1ted3pl73oy00000',
    'live',
    'new_commit',
    ['2026-01-09T14:38:52.774195Z', '2026-01-09T14:40:00.306117Z'],
    {
      commit: commit('0a9c47e2b5d8f1637e40c9d2a86b53f1d7e20c84', 'Show this week on the map', '2026-01-09T14:38:30Z'),
    },
  ),
  makeDeploy(
    'srv-cq0ldbl0g73fr33pl4n0',
    'dep-cx0ldbl0gd3pl73y0000',
    'live',
    'manual',
    ['2025-02-14T19:05:33.410926Z', '2025-02-14T19:08:01.882377Z'],
    { commit: commit('b72f5e0d913ac8461f5d0b8e73c29a60e4d1f785', 'Add the notes of spring', '2025-02-14T19:04:57Z') },
  ),
]
