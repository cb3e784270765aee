/** One message file an area and language: lib/i18n/messages/<locale>/<area>.json; keys are addressed as `<area>.…`. */
export const messageAreas = [
  'common', 'shell', 'access', 'workspaces', 'connections', 'setup', 'mapper', 'functions', 'schedule', 'create', 'flows', 'runs', 'resources', 'documents', 'batches', 'errors',
] as const

export type MessageArea = (typeof messageAreas)[number]
