import 'server-only'
import { originOf } from '@/lib/adobe/allowed-hosts'
import { changeWorkspace, findPracticeWorkspace, type WorkspaceRow } from '@/lib/data/workspaces'
import { withLock } from '@/lib/data/secrets'
import { env } from '@/lib/env'
import { openSecret, replaceSecret } from '@/lib/vault/vault'
import { defaultScopes } from './workspace-input'
import { toWorkspaceView, type WorkspaceView } from './workspace-view'
import { keepWorkspace } from './workspaces'

type Emulator = { origin: string; orgId: string; clientId: string; clientSecret: string }

/**
 * Makes sure that the workspace "Practice" exists and points at the emulator which the environment names (its port may
 * be another after a restart); undefined where no emulator runs beside the app. Safe to call at every start, by several
 * processes at once.
 */
export async function ensurePracticeWorkspace(): Promise<WorkspaceView | undefined> {
  const emulator = readEmulator()
  if (!emulator) return undefined
  const known = await findPracticeWorkspace()
  if (known) return followEmulator(known, emulator)
  // The lock is only a queue here: whoever comes second finds what the first has made.
  return withLock(
    'practice',
    async () => (await findPracticeWorkspace().then((row) => row && toWorkspaceView(row))) ?? makePractice(emulator),
  )
}

function readEmulator(): Emulator | undefined {
  const {
    EMULATOR_URL,
    EMULATOR_ORG_ID: orgId,
    EMULATOR_CLIENT_ID: clientId,
    EMULATOR_CLIENT_SECRET: clientSecret,
  } = env()
  const origin = originOf(EMULATOR_URL)
  return origin && orgId && clientId && clientSecret ? { origin, orgId, clientId, clientSecret } : undefined
}

function makePractice({ origin, orgId, clientId, clientSecret }: Emulator): Promise<WorkspaceView> {
  const addresses = { platformOrigin: origin, imsOrigin: origin }
  const facts = {
    name: 'Practice',
    kind: 'practice' as const,
    ...addresses,
    orgId,
    clientId,
    scopes: defaultScopes,
    sandbox: 'dev',
  }
  return keepWorkspace(facts, clientSecret, null)
}

async function followEmulator(known: WorkspaceRow, emulator: Emulator): Promise<WorkspaceView> {
  const { origin, orgId, clientId, clientSecret } = emulator
  const stored = await openSecret(known.clientSecretId).catch(() => undefined)
  if (stored !== clientSecret) await replaceSecret(known.clientSecretId, clientSecret)
  const same =
    known.platformOrigin === origin &&
    known.imsOrigin === origin &&
    known.orgId === orgId &&
    known.clientId === clientId
  if (same) return toWorkspaceView(known)
  return toWorkspaceView(
    await changeWorkspace(known.id, { platformOrigin: origin, imsOrigin: origin, orgId, clientId }),
  )
}
