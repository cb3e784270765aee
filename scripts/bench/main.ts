/**
 * Speed, as ratios measured side by side in one run: `npm run bench` prints a table, `-- --json` one object a line,
 * `-- provisioning` runs one group, `-- mapping --own` leaves out the baselines that it would install.
 */
import { ExplainedError } from '../lib/explained-error'
import { runMain } from '../lib/run-main'
import type { BenchGroup, BenchResult } from './bench-result'
import { bulk } from './groups/bulk'
import { mapping } from './groups/mapping'
import { provisioning } from './groups/provisioning'

const groups: BenchGroup[] = [provisioning, bulk, mapping]

runMain(async () => {
  const asked = process.argv.slice(2)
  const isJson = asked.includes('--json')
  const ownOnly = asked.includes('--own')
  const names = asked.filter((argument) => !argument.startsWith('-'))
  const unknown = names.find((name) => !groups.some((group) => group.name === name))
  if (unknown) {
    throw new ExplainedError(`There is no benchmark "${unknown}".`, `The groups are: ${groups.map(({ name }) => name).join(', ')}.`)
  }
  for (const group of names.length === 0 ? groups : groups.filter(({ name }) => names.includes(name))) {
    if (!isJson) console.log(`\n${group.title}`)
    await group.run((result) => console.log(isJson ? JSON.stringify(toJson(result)) : toRow(result)), { ownOnly })
  }
})

const toJson = ({ better: _better, ...result }: BenchResult) => result

function toRow({ name, value, unit, target, better, note }: BenchResult): string {
  const isMet = target === undefined || (better === 'higher' ? value >= target : value <= target)
  const goal = target === undefined ? '' : `  target ${better === 'higher' ? '≥' : '≤'} ${target}${isMet ? '' : '  MISSED'}`
  return `  ${name.padEnd(44)} ${String(Math.round(value * 1000) / 1000).padStart(10)} ${unit.padEnd(6)}${goal}${note === undefined ? '' : `  ${note}`}`
}
