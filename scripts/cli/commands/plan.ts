import type { RunCommand } from '../command'
import { exitCodes } from '../exit-codes'
import { preparePlan } from '../prepare-plan'
import { describePlan, planAsJson } from '../print-plan'

/** Says what `apply` would do, and does nothing. */
export const plan: RunCommand = async ({ options, words, signal, print }) => {
  const prepared = await preparePlan(options, signal)
  print(options.json ? JSON.stringify(planAsJson(prepared, words), null, 2) : describePlan(prepared, words))
  const { action } = prepared.plan
  if (action === 'none') return exitCodes.done
  return action === 'blocked' ? exitCodes.refused : exitCodes.pending
}
