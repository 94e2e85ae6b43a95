// Sample data of the fake deployment: a small chat, and two tables that no schema declares.
import { type Value } from '../../contract/value.ts'
import { addDocument, addTable, type Database, PRINTED_ID } from './database.ts'
import { encodeInteger } from './numbers.ts'

const HOUR = 3_600_000

type Fields = Record<string, Value>

const users: Fields[] = [
  { name: 'Ada Lovelace', email: 'ada@example.com', status: 'active', age: 36 },
  { name: 'John', email: 'john@example.com', status: 'active', age: 30 },
  {
    name: 'Grace Hopper',
    email: 'grace@example.org',
    status: 'active',
    address: { street: '5 Harbour Road', city: 'Utrecht' },
  },
  { name: 'Alan Turing', email: 'alan@example.org', status: 'blocked', nickname: null },
  { name: 'Katherine Johnson', email: 'katherine@example.com', status: 'invited' },
]

const articles: Fields[] = [
  { title: 'Otters hold hands', language: 'en', views: { $integer: encodeInteger(9_007_199_254_740_993n) } },
  { title: 'Reading an owl pellet', language: 'en', views: { $integer: encodeInteger(412n) } },
]

const events: Fields[] = [
  { type: 'sign_in', user: 'ada@example.com', ok: true },
  { type: 'sign_in', user: 'alan@example.org', ok: false, reason: 'blocked' },
  { type: 'upload', user: 'grace@example.org', ok: true, bytes: 48_213 },
]

/** The database as every demo begins; the first document is a week older than the clock. */
export function createSampleData(clock: number): Database {
  let database: Database = { tables: [], created: 0 }
  let time = clock - 7 * 24 * HOUR
  const fill = (name: string, rows: readonly Fields[]): void => {
    database = addTable(database, name)
    for (const row of rows) database = addDocument(database, name, row, (time += 3 * HOUR))
  }
  fill('users', users)
  database = nameAsPrinted(database, 'john@example.com')
  fill('messages', createMessages(database))
  fill('articles', articles)
  fill('events', events)
  fill('drafts', [])
  return database
}

/** Gives a document the id that is printed on the page. */
function nameAsPrinted(database: Database, email: string): Database {
  const tables = database.tables.map((table) => ({
    ...table,
    documents: table.documents.map((document) =>
      document['email'] === email ? { ...document, _id: PRINTED_ID } : document,
    ),
  }))
  return { ...database, tables }
}

function createMessages({ tables }: Database): Fields[] {
  const [ada, john, grace] = tables[0]!.documents.map(({ _id }) => _id)
  const bodies: [author: string, body: string, channel: string][] = [
    [ada!, 'Good morning!', 'general'],
    [john!, 'Morning. Coffee at ten?', 'general'],
    [grace!, 'I will bring cake 🎂', 'general'],
    [ada!, 'The engine is running again.', 'work'],
    [grace!, 'Found the bug. It had wings.', 'work'],
  ]
  return bodies.map(([author, body, channel], index) => ({
    author,
    body,
    channel,
    reactions: index === 2 ? [{ emoji: '🎉', count: 2 }] : [],
  }))
}
