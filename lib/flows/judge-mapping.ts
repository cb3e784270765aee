import { checkMapping, countMapping, type MappingFacts } from '@/lib/mapping/checks'
import type { MappingVerdict } from './draft-answers'

/** What the checks say of a mapping, to be kept beside it. `key` names the columns and fields it is said of. Pure. */
export function judgeMapping(facts: MappingFacts, key: string): MappingVerdict {
  const problems = checkMapping(facts)
  const { mapped, required, requiredMapped } = countMapping(facts, problems)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return { key, mapped, required, requiredMapped, errors, warnings: problems.length - errors }
}
