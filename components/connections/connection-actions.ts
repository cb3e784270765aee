import type { ConnectionTest } from '@/components/setup/setup-actions'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { AuthValues } from '@/lib/sources/auth-fields'

type OfConnection = { workspaceId: string; connectionId: string }

/** The changes the connections page asks the server for; the route hands them in. */
export type ConnectionActions = {
  test: (raw: OfConnection) => Promise<ActionAnswer<ConnectionTest>>
  rotate: (raw: OfConnection & { params: AuthValues }) => Promise<ActionAnswer<{ works: boolean }>>
  remove: (raw: OfConnection) => Promise<ActionAnswer<{ id: string }>>
}
