import type { ExplainedError } from '@/lib/explained-error'
import type { Schedule } from '@/lib/schedule/schedule'
import type { Health } from './health'
import type { RunError, RunStatus } from './run-record'

/** How a flow stands, setup and farewell included. The words are the messages `flows.state.<word>`. */
export const flowStates = [
  'failing', 'missing', 'setupFailed', 'late', 'degraded', 'unknown', 'setup', 'deleting', 'draft', 'waiting', 'paused', 'healthy', 'finished', 'deleted',
] as const
export type FlowState = (typeof flowStates)[number]

/** What somebody should look at, the worst first: the order of the list. */
export const attentionStates = ['failing', 'missing', 'setupFailed', 'late', 'degraded', 'unknown'] as const satisfies FlowState[]

/** Lifecycle and health in one word; `failed` of our lifecycle means that the flow was never completed. */
export function flowStateOf(lifecycle: string, health: string): FlowState {
  if (lifecycle === 'provisioning') return 'setup'
  if (lifecycle === 'failed') return 'setupFailed'
  if (lifecycle === 'deleting' || lifecycle === 'deleted') return lifecycle
  return flowStates.find((state) => state === health) ?? 'waiting'
}

/** One run as a bar of a strip. Moments are ISO texts here and below. */
export type RunBar = { id: string; status: RunStatus; startedAt?: string; read?: number; written?: number; failed?: number; hasErrors?: boolean }

/** A strip's bars with the places where runs that were due did not come, oldest first. */
export type StripItem = { kind: 'run'; run: RunBar } | { kind: 'gap'; dueAt: string; missed: number }

export type FlowListRow = {
  id: string
  name: string
  state: FlowState
  since?: string
  workspaceName: string
  isPractice: boolean
  sourceKey?: string
  /** The table or resource that is read. */
  table?: string
  lastRunAt?: string
  nextRunAt?: string
  /** How far the clock of its workspace's Adobe is ahead, where that is worth saying: runs are told by that clock. */
  clockAheadMs?: number
  /** `since` is by our clock: nothing that Adobe says was known yet. */
  isSinceOurs?: boolean
  strip: RunBar[]
}

/** How fresh a workspace's figures are. */
export type Freshness = {
  workspaceId: string
  workspaceName: string
  succeededAt?: string
  error?: ExplainedError
  /** Older than three looks should have let it become. */
  isOld: boolean
  /** Adobe's clock minus ours, when they differ by minutes: the emulator's can be moved. */
  clockAheadMs?: number
}

export type StateCounts = Partial<Record<FlowState, number>>

export type FlowListView = { rows: FlowListRow[]; next?: string; counts: StateCounts; stale: Freshness[] }

/** Sums over a stretch of time. */
export type Figures = { runs: number; failedRuns: number; read: number; written: number; failed: number; bytes: number }

export type FleetView = {
  counts: StateCounts
  lastDay: Figures
  dayBefore: Figures
  attention: FlowListRow[]
  stale: Freshness[]
}

/** One kind of loss: rows that a code cost, over several runs. */
export type Loss = RunError & { runs: number; lastRunId: string }

export type StageKey = 'source' | 'raw' | 'mapping' | 'dataset'
export type StageState = 'good' | 'warn' | 'bad' | 'idle'
export type Stage = { key: StageKey; state: StageState; name?: string; code?: string }

export type FlowOverview = {
  id: string
  name: string
  description?: string
  state: FlowState
  lifecycle: 'provisioning' | 'failed' | 'live' | 'deleting' | 'deleted'
  since?: string
  workspace: { id: string; name: string; isPractice: boolean }
  sourceKey: string
  table: string
  datasetName: string
  schemaTitle: string
  schedule: Schedule
  adobeState?: string
  adobeFlowId?: string
  nextRunAt?: string
  lastRunAt?: string
  createdAt: string
  deletedAt?: string
  /** While it is still tied to the draft it came of. */
  draftId?: string
  lastDay: Figures
  dayBefore: Figures
  /** Over all runs that are stored. */
  runCounts: Partial<Record<RunStatus, number>>
  losses: Loss[]
  strip: StripItem[]
  stages: Stage[]
  lastEnded?: RunBar & { completedAt?: string; errors: RunError[] }
  freshness?: Freshness
  /** A change of it is under way, or has stopped before its end. */
  change?: 'moving' | 'stopped'
}

export type RunRow = RunBar & {
  adobeRunId: string
  completedAt?: string
  bytesRead?: number
  bytesWritten?: number
  errors: RunError[]
}

export type RunListView = { rows: RunRow[]; next?: string; counts: Partial<Record<RunStatus, number>> }

export type { Health }
