import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { SetupProvider, type WorkspaceChoice } from '@/components/setup/draft/setup-provider'
import { requireUser } from '@/lib/access/authorise'
import { getDraft } from '@/lib/data/drafts'
import type { WorkspaceView } from '@/lib/workspaces/workspace-view'
import { listWorkspaces } from '@/lib/workspaces/workspaces'
import { changeAgainAction } from '../../[flowId]/change-actions'
import { resumeProvisioningAction, undoProvisioningAction } from '../../[flowId]/provisioning-actions'
import { changeFlowAction, planChangeAction } from './change-actions'
import { createConnectionAction, testConnectionAction } from './connection-actions'
import { createFlowAction } from './create-actions'
import { discardDraftAction, saveDraftAction } from './draft-actions'
import { createFieldGroupAction } from './field-group-actions'
import { askExpressionsAction, askMappingAction } from './mapping-actions'
import { deleteTemplateAction, renameTemplateAction, saveTemplateAction } from './template-actions'

type SetupLayoutProps = { children: ReactNode; params: Promise<{ draftId: string }> }

const actions = {
  askMapping: askMappingAction,
  askExpressions: askExpressionsAction,
  saveDraft: saveDraftAction,
  discardDraft: discardDraftAction,
  createConnection: createConnectionAction,
  createFieldGroup: createFieldGroupAction,
  createFlow: createFlowAction,
  testConnection: testConnectionAction,
  saveTemplate: saveTemplateAction,
  renameTemplate: renameTemplateAction,
  deleteTemplate: deleteTemplateAction,
  resume: resumeProvisioningAction,
  undo: undoProvisioningAction,
  changeAgain: changeAgainAction,
  planChange: planChangeAction,
  changeFlow: changeFlowAction,
}

/** Field by field, so that nothing is handed to the browser by accident. */
function toChoice({ id, name, kind, platformOrigin, imsOrigin, orgId, clientId, scopes, sandbox, rawSchemaMode }: WorkspaceView): WorkspaceChoice {
  return { id, name, kind, platformOrigin, imsOrigin, orgId, clientId, scopes, sandbox, rawSchemaMode }
}

/** Holds the draft while one walks through its steps. */
export default async function SetupLayout({ children, params }: SetupLayoutProps) {
  const user = await requireUser()
  const { draftId } = await params
  const [draft, workspaces] = await Promise.all([getDraft(draftId, user.id), listWorkspaces()])
  if (!draft) notFound()
  const { id, answers, revision, updatedAt, createdAt, flowId, changes, batchId } = draft
  return (
    <SetupProvider
      draft={{ id, answers, revision, updatedAt: updatedAt.toISOString(), ...(flowId ? { flowId } : {}) }}
      createdAt={createdAt.toISOString()}
      workspaces={workspaces.map(toChoice)}
      actions={actions}
      changes={changes}
      batchId={batchId}
    >
      {children}
    </SetupProvider>
  )
}
