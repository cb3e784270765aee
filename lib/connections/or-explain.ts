import 'server-only'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import type { AdobeError } from '@/lib/adobe/types'
import { ExplainedFailure, type ExplainedError } from '@/lib/explained-error'
import type { Result } from '@/lib/result'

/** The data of an answer, or the explained failure. */
export function orExplain<Data>(result: Result<Data, AdobeError>, mendAt: ExplainedError['mendAt'] = 'source'): Data {
  if (result.ok) return result.data
  throw new ExplainedFailure(explainAdobeError(result.error, mendAt ? { mendAt } : {}), { cause: result.error })
}
