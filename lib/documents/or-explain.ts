import 'server-only'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import type { AdobeError } from '@/lib/adobe/types'
import { ExplainedFailure, type ExplainedError } from '@/lib/explained-error'
import type { Result } from '@/lib/result'

/** The data of Adobe's answer. @throws ExplainedFailure in Adobe's own words otherwise */
export function orExplain<Data>(result: Result<Data, AdobeError>, mendAt: NonNullable<ExplainedError['mendAt']> = 'workspace'): Data {
  if (result.ok) return result.data
  throw new ExplainedFailure(explainAdobeError(result.error, { mendAt }), { cause: result.error })
}
