import 'server-only'

export async function executeProvisioning(_id: string, _options: { signal: AbortSignal }): Promise<void> {}
