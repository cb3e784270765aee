import { changeSteps, setupSteps, type SetupStep } from '@/lib/paths'
import { useSetup } from '../draft/setup-provider'

/** The steps that are walked through: all for a new flow, those of what can change for one that lives. */
export const useSteps = (): readonly SetupStep[] => (useSetup().changes ? changeSteps : setupSteps)
