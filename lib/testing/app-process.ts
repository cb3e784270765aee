import { createInterface } from 'node:readline'
import { startJobsOfApp } from '@/lib/jobs/start-jobs-of-app'
import { createFlowOfDraft } from '@/lib/provisioning/create-flow'

/**
 * An instance of the app without its pages, for tests that kill some: works on jobs as `npm start` does, and presses Create
 * on the drafts whose ids come on its standard input, `draft owner` a line.
 */
await startJobsOfApp()
console.log('The app is ready.')
for await (const line of createInterface({ input: process.stdin })) {
  const [draftId = '', ownerId = ''] = line.split(' ')
  const { flowId } = await createFlowOfDraft(draftId, ownerId)
  console.log(`pressed ${draftId} ${flowId}`)
}
