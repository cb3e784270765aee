import 'server-only'
import { insertAuditEntry } from '@/lib/data/audit'
import { log } from '@/lib/log'
import { redactSecrets } from '@/lib/redact'

export type AuditEvent = {
  actorId?: string | undefined
  /** e.g. `workspace.create`; refused and failed ones end in `.denied` and `.failed`. */
  action: string
  /** The id of what it was done to. */
  subject?: string | undefined
  detail?: Record<string, unknown> | undefined
}

/**
 * Writes down who did what. Secrets are struck out of the detail. A fault here is logged and does not undo what was
 * done: the person's work is not lost because its trace could not be written.
 */
export async function writeAudit(event: AuditEvent): Promise<void> {
  try {
    await insertAuditEntry({ ...event, detail: redactSecrets(event.detail ?? {}) as Record<string, unknown> })
  } catch (error) {
    log.error('audit.write-failed', { action: event.action, error })
  }
}
