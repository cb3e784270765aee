/**
 * Everything that must hold before a change lands: style, import rules, types, unit tests, integration tests on both
 * kinds of PostgreSQL, and the journeys in a real Chromium. `npm test -- unit types` runs only the named stages.
 */
import { ExplainedError } from '../lib/explained-error'
import { runMain } from '../lib/run-main'
import { printTotals, runStages, type Stage } from './stages'
import { lint, importRules, types } from './static-stages'
import { unit } from './unit-stage'
import { integrationOnEmbedded, integrationOnServer } from './integration-stages'
import { browser } from './browser-stage'

const stages: Stage[] = [lint, importRules, types, unit, integrationOnEmbedded, integrationOnServer, browser]

runMain(async () => {
  const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name))
  if (unknown) {
    throw new ExplainedError(`There is no stage "${unknown}".`, `The stages are: ${stages.map((stage) => stage.name).join(', ')}.`)
  }
  const chosen = names.length === 0 ? stages : stages.filter((stage) => names.includes(stage.name))
  return printTotals(await runStages(chosen))
})
