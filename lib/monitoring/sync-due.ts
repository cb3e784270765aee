import 'server-only'
import { findDueWorkspaces } from '@/lib/data/workspace-syncs'
import { syncWorkspace, type SyncOptions } from './sync-workspace'

/** Looks at every workspace that is due, a few at a time: a slow one must not hold up the others. */
export async function syncDueWorkspaces(everySeconds: number, options: SyncOptions = {}): Promise<void> {
  const due = await findDueWorkspaces(everySeconds)
  const work = async () => {
    for (let id = due.shift(); id !== undefined; id = due.shift()) await syncWorkspace(id, options)
  }
  await Promise.all(Array.from({ length: Math.min(4, due.length) }, work))
}
