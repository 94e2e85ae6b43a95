// `npm run bench`: measures the Lua runtime against native Lua and bare messages, and prints ratios. It judges nothing.
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { findChromium } from '../../setup/chromium.ts'
import { listRatios } from './aims.ts'
import { listContestants } from './contestants.ts'
import { openBrowser } from './in-browser.ts'
import { startNode } from './in-node.ts'
import { findNative, INSTALL_NATIVE } from './native.ts'
import { formatReport, type Report } from './report.ts'
import { interleave } from './samples.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const native = findNative()
if (!native) process.stderr.write(`${INSTALL_NATIVE} Its columns are left out.\n`)
if (!findChromium())
  process.stderr.write('No Chromium was found (npx playwright install chromium). Its columns are left out.\n')
const browser = findChromium() ? await openBrowser() : undefined
const all = await listContestants({ native, node: await startNode(), browser }, { trips: 200, scale: 1 })
const wanted = values.only.split(',')
const chosen = [...all].filter(([name]) => wanted.some((part) => name.startsWith(part)))
const samples = await interleave(new Map(chosen), rounds, (round) => {
  process.stderr.write(`round ${round + 1} of ${rounds}\r`)
})
await browser?.close()
const report: Report = {
  machine: {
    cpu: cpus()[0]?.model ?? 'unknown processor',
    cores: cpus().length,
    load: loadavg()[0]!,
    node: process.version,
    chromium: browser?.version ?? null,
    native: native ? spawnSync(native, ['-v'], { encoding: 'utf8' }).stdout.split('  ')[0]! : null,
  },
  rounds,
  samples: Object.fromEntries(samples),
  ratios: listRatios(samples),
}
process.stdout.write(formatReport(report))
if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`)
