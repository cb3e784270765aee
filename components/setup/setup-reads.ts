/** The wizard's own read addresses, so that a moved route is one change. */
const at = (workspaceId: string, rest: string, query: Record<string, string | undefined> = {}) => {
  const search = new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''))
  return `/api/setup/workspaces/${workspaceId}/${rest}${search.size > 0 ? `?${search}` : ''}`
}

export const setupReads = {
  draft: (draftId: string) => `/api/setup/drafts/${draftId}`,
  mappings: (sourceKey: string) => `/api/setup/mappings?${new URLSearchParams({ source: sourceKey })}`,
  mappingTemplates: (sourceKey: string) => `/api/setup/mapping-templates?${new URLSearchParams({ source: sourceKey })}`,
  sources: (workspaceId: string) => at(workspaceId, 'sources'),
  connections: (workspaceId: string, connectionSpecId: string) => at(workspaceId, 'connections', { spec: connectionSpecId }),
  tables: (workspaceId: string, connectionId: string) => at(workspaceId, `connections/${encodeURIComponent(connectionId)}/tables`),
  table: (workspaceId: string, connectionId: string, table: string) =>
    at(workspaceId, `connections/${encodeURIComponent(connectionId)}/table`, { table }),
  resource: (workspaceId: string, connectionId: string, path: string) =>
    at(workspaceId, `connections/${encodeURIComponent(connectionId)}/resource`, { path }),
  schemas: (workspaceId: string, query: { search?: string; page?: string; firstClass?: string; fresh?: string }) => at(workspaceId, 'schemas', query),
  schemaTree: (workspaceId: string, schemaId: string) => at(workspaceId, 'schema-tree', { id: schemaId }),
  classes: (workspaceId: string) => at(workspaceId, 'classes'),
  fieldGroups: (workspaceId: string, classId: string) => at(workspaceId, 'field-groups', { classId }),
  definition: (workspaceId: string, kind: 'classes' | 'fieldgroups', id: string) => at(workspaceId, 'definition', { kind, id }),
  datasets: (workspaceId: string, schemaId: string) => at(workspaceId, 'datasets', { schemaId }),
  titles: (workspaceId: string, title: string) => at(workspaceId, 'titles', { title }),
  flowSpec: (workspaceId: string, sourceKey: string) => at(workspaceId, 'flow-spec', { source: sourceKey }),
  scheduleCheck: (workspaceId: string, sourceKey: string, schedule: object) =>
    at(workspaceId, 'schedule-check', { source: sourceKey, schedule: JSON.stringify(schedule) }),
}
