// Sample keys of the fake database: every key that the pages' examples name, and some of each type.
import { encodeText } from './bytes.ts'
import { type Entry } from './keyspace.ts'

const string = (value: string, expires: number | null = null): Entry => ({
  type: 'string',
  value: encodeText(value),
  expires,
})

/** The keys of a fresh demo; `now` is its clock in milliseconds since 1970. */
export function createSampleKeys(now: number): [string, Entry][] {
  const hour = 3_600_000
  return [
    ['user:1234:session', string('sess_8f2c1e', now + 2 * hour)],
    ['user:1234:name', string('Ada Lovelace')],
    ['user:5678:session', string('sess_77d0ab', now + hour)],
    ['user:5678:name', string('Grace Hopper')],
    ['config:theme', string('light')],
    ['config:language', string('nl')],
    ['cache:weather:amsterdam', string('{"temp": 17, "condition": "sunny"}', now + hour / 12)],
    ['temp:data', string('scratch')],
    ['temp:upload:1', string('part 1 of 3')],
    ['example_key', string('example value')],
    ['counter:visits', string('1041')],
    ['counter:largest', string('9007199254740993')],
    ['greeting', string('Grüß Gott, 世界 👋')],
    ['0', string('zero')],
    ['empty', string('')],
    [
      'profile:1234',
      {
        type: 'hash',
        value: [
          ['name', 'Ada Lovelace'],
          ['plan', 'pro'],
        ],
        expires: null,
      },
    ],
    ['queue:mail', { type: 'list', value: ['welcome:1234', 'invoice:5678'], expires: null }],
    ['tags', { type: 'set', value: ['blue', 'green'], expires: null }],
    [
      'leaderboard',
      {
        type: 'zset',
        value: [
          ['grace', 80],
          ['ada', 95],
        ],
        expires: null,
      },
    ],
  ]
}
