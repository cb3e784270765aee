import type { FlowItem } from '@/lib/adobe/answers'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import { getFlow, patchFlow } from '@/lib/adobe/flow-service/flows'
import type { AdobeError } from '@/lib/adobe/types'
import type { ExplainedError } from '@/lib/explained-error'
import { fail, succeed, type Result } from '@/lib/result'
import type { Execution } from '../execution'
import { mendAtOf } from '../mend-at'
import { operationsTo, readFact, type FlowFact, type WantedFacts } from './flow-facts'

/** Somebody else may change the flow between our look and our word; after a few rounds it is for a person to sort out. */
const mostRounds = 5

/**
 * Makes the touched facts of a flow in Adobe what is wanted, and leaves all others as they are. The patch names the etag of
 * the look it was made from, so no other change is lost: where Adobe says that there was one, it is looked at, and the
 * same is said again, unless somebody has just set one of the same facts. Repeating it does no harm.
 */
export async function patchLivingFlow(
  { clientFor, isHalted }: Pick<Execution, 'clientFor' | 'isHalted'>,
  adobeFlowId: string,
  wanted: WantedFacts,
  touched: ReadonlySet<FlowFact>,
): Promise<Result<{ etag?: string | undefined }, ExplainedError>> {
  const client = clientFor('flow')
  let first: FlowItem | undefined
  let last: AdobeError | undefined
  for (let round = 0; round < mostRounds && !isHalted(); round++) {
    const look = await getFlow(client, adobeFlowId)
    if (!look.ok) return refuse(look.error)
    const earlier = first
    const rival = earlier && [...touched].find((fact) => isRivalled(fact, earlier, look.data, wanted))
    if (rival) return fail({ code: 'flow-changed-elsewhere', values: { fact: rival }, mendAt: 'nowhere', retryable: true })
    first ??= look.data
    const operations = operationsTo(look.data, wanted, touched)
    if (operations.length === 0) return succeed({ etag: look.data.etag })
    const answer = await patchFlow(client, adobeFlowId, look.data.etag ?? '', operations)
    if (answer.ok) return succeed({ etag: answer.data.etag })
    last = answer.error
    // A patch whose answer was lost may have been carried out: the next look tells.
    if (last.status !== 412 && !last.mayHaveCommitted) return refuse(last)
  }
  return last ? refuse(last) : fail({ code: 'cancelled', mendAt: 'nowhere', retryable: true })
}

/** Whether a fact has become neither what it was nor what we want, while we were at it. */
function isRivalled(fact: FlowFact, first: FlowItem, now: FlowItem, wanted: WantedFacts): boolean {
  const value = readFact(now, fact)
  return value !== readFact(first, fact) && operationsTo(now, wanted, new Set([fact])).length > 0
}

const refuse = (error: AdobeError) => fail(explainAdobeError(error, { mendAt: mendAtOf('flow', error) }))
