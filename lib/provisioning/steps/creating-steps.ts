import type { StepKey } from '../step-keys'
import { adhocClassStep } from './adhoc-class'
import { adhocSchemaStep } from './adhoc-schema'
import { datasetStep } from './dataset'
import { flowStep } from './flow'
import { identityDescriptorStep } from './identity-descriptor'
import { mappingSetStep } from './mapping-set'
import { profileSchemaStep } from './profile-schema'
import { schemaStep } from './schema'
import { sourceConnectionStep } from './source-connection'
import type { CreatingStep } from './step'
import { targetConnectionStep } from './target-connection'

const steps: readonly CreatingStep[] = [
  adhocClassStep,
  adhocSchemaStep,
  schemaStep,
  identityDescriptorStep,
  sourceConnectionStep,
  mappingSetStep,
  profileSchemaStep,
  datasetStep,
  targetConnectionStep,
  flowStep,
]

const byKey = new Map(steps.map((step) => [step.key, step]))

/** The step of that key as data. @throws for a kind that nothing here creates (base connection, flow specification). */
export function creatingStep(key: StepKey): CreatingStep {
  const step = byKey.get(key)
  if (!step) throw new Error(`Nothing creates a ${key}.`)
  return step
}
