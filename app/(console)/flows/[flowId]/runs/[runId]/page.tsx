import { notFound } from 'next/navigation'
import { RunView } from '@/components/runs/run-view'
import { requireUser } from '@/lib/access/authorise'
import { readRun } from '@/lib/monitoring/read-runs'
import { readRunDetail } from '@/lib/monitoring/run-activities'
import { repeatRunAction } from '../../flow-actions'
import { loadFlow } from '../../load-flow'

type Props = { params: Promise<{ flowId: string; runId: string }> }

export default async function FlowRunPage({ params }: Props) {
  await requireUser()
  const { flowId, runId } = await params
  const [flow, found] = await Promise.all([loadFlow(flowId), readRun(flowId, runId)])
  if (!found) notFound()
  const { run, windowStart, windowEnd, olderId, newerId, raw, adobeUrl } = found
  return (
    <RunView
      flowId={flow.id}
      run={run}
      detail={readRunDetail(raw)}
      raw={JSON.stringify(raw, null, 2)}
      isLive={flow.lifecycle === 'live'}
      repeatRun={repeatRunAction}
      {...(windowStart && { windowStart: windowStart.toISOString() })}
      {...(windowEnd && { windowEnd: windowEnd.toISOString() })}
      {...(adobeUrl !== undefined && { adobeUrl })}
      {...(olderId !== undefined && { olderId })}
      {...(newerId !== undefined && { newerId })}
    />
  )
}
