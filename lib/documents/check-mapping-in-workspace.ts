import 'server-only'
import { getRegistryStats, getResolved, listIdentities } from '@/lib/adobe/schema-registry'
import type { AdobeClient } from '@/lib/adobe/types'
import type { DocumentProblem } from '@/lib/flows/document-problem'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import { checkMapping, countMapping } from '@/lib/mapping/checks'
import type { MappingProblem } from '@/lib/mapping/mapping-problem'
import { sourceFieldsFromColumns } from '@/lib/mapping/source-fields'
import type { XdmField } from '@/lib/xdm/field'
import { mergeSchemaTree } from '@/lib/xdm/merge-schema'
import { buildSchemaTree } from '@/lib/xdm/schema-tree'
import { orExplain } from './or-explain'

export type MappingFindings = {
  errors: DocumentProblem[]
  warnings: DocumentProblem[]
  mapped: number
  required: number
  requiredMapped: number
}

/**
 * Holds a definition's mapping against the target's fields as this workspace has them, by the same checks as the wizard's.
 * Undefined while the existing schema is not known.
 * @throws ExplainedFailure what Adobe says when class, field group or schema do not exist here
 */
export async function checkMappingInWorkspace(
  client: AdobeClient,
  definition: FlowDefinition,
  bindings: Partial<Bindings>,
): Promise<MappingFindings | undefined> {
  const targets = await readTargets(client, definition, bindings)
  if (!targets) return undefined
  const facts = { document: definition.mapping, sources: sourceFieldsFromColumns(definition.data.columns), targets }
  const problems = checkMapping(facts)
  const { mapped, required, requiredMapped } = countMapping(facts, problems)
  const ofSeverity = (severity: MappingProblem['severity']) =>
    problems.filter((one) => one.severity === severity).map((one) => toDocumentProblem(one, definition))
  return { errors: ofSeverity('error'), warnings: ofSeverity('warning'), mapped, required, requiredMapped }
}

function toDocumentProblem({ rowId, code, values }: MappingProblem, { mapping }: FlowDefinition): DocumentProblem {
  const index = mapping.rows.findIndex(({ id }) => id === rowId)
  return { path: index < 0 ? 'mapping.rows' : `mapping.rows[${index}]`, area: 'mapper', code, values }
}

/** The target's fields as this workspace has them, those of a schema still to be built included; undefined while the schema is not known. */
export async function readTargets(client: AdobeClient, { target: { schema } }: Pick<FlowDefinition, 'target'>, bindings: Pick<Bindings, 'schemaId'>): Promise<XdmField[] | undefined> {
  if (schema.mode === 'existing') return bindings.schemaId ? readExisting(client, bindings.schemaId) : undefined
  const kinds = [{ kind: 'classes' as const, id: schema.classId }, ...schema.fieldGroupIds.map((id) => ({ kind: 'fieldgroups' as const, id }))]
  const [stats, ...parts] = await Promise.all([getRegistryStats(client), ...kinds.map(({ kind, id }) => getResolved(client, kind, id))])
  return mergeSchemaTree(parts.map((part) => orExplain(part, 'target')), {
    tenantNamespace: `_${orExplain(stats).tenantId}`,
    identities: schema.primaryIdentity ? [{ path: schema.primaryIdentity.path, primary: true }] : [],
  })
}

async function readExisting(client: AdobeClient, schemaId: string): Promise<XdmField[]> {
  const [resolved, descriptors] = await Promise.all([getResolved(client, 'schemas', schemaId), listIdentities(client, schemaId)])
  // Identities only decorate the tree: without permission to list them the schema can still be mapped.
  const identities = (descriptors.ok ? descriptors.data : []).flatMap((one) =>
    [one['xdm:sourceProperty'] ?? []].flat().map((pointer) => ({
      path: pointer.split('/').filter(Boolean).join('.'), primary: one['xdm:isPrimary'] === true,
    })),
  )
  return buildSchemaTree(orExplain(resolved, 'target'), { identities })
}
