import { expect, test } from 'vitest'
import { wholeAnswers } from '@/lib/flows/answers-for-test'
import { completeDraft } from '@/lib/flows/complete-draft'
import { provisioningView } from '@/lib/provisioning/provisioning-view'
import { expectedView } from './expected-view'

test('a creation just asked for is shown as the server would tell it: all of it waiting, what is reused there', () => {
  const complete = completeDraft(wholeAnswers())
  if (!complete.ok) throw new Error(complete.error.map(({ code }) => code).join())
  const view = expectedView({
    flowId: 'f0000000-0000-4000-8000-000000000001',
    draftId: 'd0000000-0000-4000-8000-000000000001',
    draft: complete.data,
    workspace: { id: complete.data.workspaceId, name: 'Practice', kind: 'practice' },
  })
  expect(provisioningView.parse(view)).toEqual(view)
  expect(view.steps.filter(({ state }) => state !== 'waiting').map(({ key }) => key)).toEqual(['base-connection'])
  expect(view.total).toBe(9)
})
