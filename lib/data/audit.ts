import 'server-only'
import { database } from './database'
import type { Prisma } from './generated/client'

export type NewAuditEntry = {
  actorId?: string | undefined
  action: string
  subject?: string | undefined
  detail: Record<string, unknown>
}

/** Adds one line to the audit trail; nothing is ever changed in it. */
export async function insertAuditEntry(entry: NewAuditEntry): Promise<void> {
  const isEmpty = Object.keys(entry.detail).length === 0
  await database().auditEntry.create({
    data: {
      actorId: entry.actorId ?? null,
      action: entry.action,
      subject: entry.subject ?? null,
      ...(isEmpty ? {} : { detail: JSON.parse(JSON.stringify(entry.detail)) as Prisma.InputJsonObject }),
    },
  })
}
