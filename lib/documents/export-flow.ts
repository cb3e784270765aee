import 'server-only'
import type { FlowRow } from '@/lib/data/flows'
import type { DocumentProblem } from '@/lib/flows/document-problem'
import { exportCalls } from '@/lib/flows/export-calls'
import { toShellScript } from '@/lib/flows/export-curl'
import { documentFileName, exportDocument } from '@/lib/flows/export-document'
import { toPostmanCollection } from '@/lib/flows/export-postman'
import { succeed, type Result } from '@/lib/result'
import { needWorkspace } from '@/lib/workspaces/need-workspace'

export type ExportForm = 'document' | 'curl' | 'postman'
export type ExportedFile = { text: string; fileName: string; contentType: string }

/**
 * A flow as a file. Document: portable, of no workspace. Shell script and Postman collection: the calls, with the ids of the
 * flow's own workspace as defaults. `origin` is the address of this app, where the document's schema is served.
 */
export async function exportFlow(
  flow: Pick<FlowRow, 'name' | 'definition' | 'bindings' | 'workspace'>,
  form: ExportForm,
  origin: string,
): Promise<Result<ExportedFile, DocumentProblem[]>> {
  const { name, definition, bindings, workspace } = flow
  if (form === 'document') {
    const text = exportDocument(definition, origin)
    return text.ok ? succeed({ text: text.data, fileName: documentFileName(name, 'json'), contentType: 'application/json' }) : text
  }
  const { platformOrigin, imsOrigin, orgId, clientId, scopes, sandbox } = await needWorkspace(workspace.id)
  const plan = exportCalls(definition, bindings, { platformOrigin, imsOrigin, orgId, clientId, scopes, sandbox })
  if (!plan.ok) return plan
  if (form === 'curl') return succeed({ text: toShellScript(plan.data), fileName: documentFileName(name, 'sh'), contentType: 'application/x-sh' })
  const text = `${JSON.stringify(toPostmanCollection(plan.data), null, 2)}\n`
  return succeed({ text, fileName: documentFileName(name, 'postman_collection.json'), contentType: 'application/json' })
}
