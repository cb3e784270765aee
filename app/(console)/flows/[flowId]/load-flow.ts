import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireUser } from '@/lib/access/authorise'
import { findFlow } from '@/lib/data/flows'
import { readFlowOverview } from '@/lib/monitoring/read-flow'

/** The flow of an address with its figures, read once for layout and page; a page that says "not found" otherwise. */
export const loadOverview = cache(async (flowId: string) => {
  await requireUser()
  return (await readFlowOverview(flowId)) ?? notFound()
})

/** The flow with its definition. */
export const loadFlow = cache(async (flowId: string) => {
  await requireUser()
  return (await findFlow(flowId)) ?? notFound()
})
