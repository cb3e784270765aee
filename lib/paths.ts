/** Every address of the app, so that a moved page is one change. Pure. */
export const setupSteps = ['source', 'data', 'target', 'mapping', 'schedule', 'review', 'create'] as const
export type SetupStep = (typeof setupSteps)[number]

/** Of a flow that lives, only what these steps ask for can change. */
export const changeSteps = ['mapping', 'schedule', 'review'] as const satisfies SetupStep[]

export const paths = {
  home: () => '/',
  signIn: () => '/sign-in',
  claim: (token: string) => `/claim?token=${encodeURIComponent(token)}`,
  flows: () => '/flows',
  newFlow: () => '/flows/new',
  importFlow: () => '/flows/import',
  /** Several tables or resources of one account at once. */
  severalFlows: () => '/flows/several',
  severalFlowsLike: (draftId: string) => `/flows/several?like=${draftId}`,
  batches: () => '/flows/batches',
  batch: (batchId: string) => `/flows/batches/${batchId}`,
  /** A new draft with workspace, source and account of another one. */
  newFlowLike: (draftId: string) => `/flows/new?like=${draftId}`,
  setup: (draftId: string, step: SetupStep) => `/flows/setup/${draftId}/${step}`,
  flow: (flowId: string) => `/flows/${flowId}`,
  flowRuns: (flowId: string) => `/flows/${flowId}/runs`,
  flowRun: (flowId: string, runId: string) => `/flows/${flowId}/runs/${runId}`,
  flowResources: (flowId: string) => `/flows/${flowId}/resources`,
  flowCalls: (flowId: string) => `/flows/${flowId}/calls`,
  flowDefinition: (flowId: string) => `/flows/${flowId}/definition`,
  /** A download; `form` is document, curl or postman. */
  flowExport: (flowId: string, form: 'document' | 'curl' | 'postman') => `/api/flows/${flowId}/export?form=${form}`,
  workspaces: () => '/workspaces',
  newWorkspace: () => '/workspaces/new',
  workspace: (workspaceId: string) => `/workspaces/${workspaceId}`,
  connections: () => '/connections',
  settings: () => '/settings',
} as const
