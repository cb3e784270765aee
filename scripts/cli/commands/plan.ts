import type { RunCommand } from '../command'
import { exitCodes } from '../exit-codes'
import { preparePlans } from '../prepare-plan'
import { describePlan, planAsJson } from '../print-plan'

/** Says what `apply` would do, and does nothing. */
export const plan: RunCommand = async ({ options, words, signal, print }) => {
  const prepared = await preparePlans(options, signal)
  if (options.json) {
    const told = prepared.map((one) => planAsJson(one, words))
    print(JSON.stringify(told.length === 1 ? told[0] : told, null, 2))
  } else print(prepared.map((one) => describePlan(one, words)).join('\n\n'))
  const actions = prepared.map(({ plan: { action } }) => action)
  if (actions.includes('blocked')) return exitCodes.refused
  return actions.every((action) => action === 'none') ? exitCodes.done : exitCodes.pending
}
