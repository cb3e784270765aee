import type { AdobeCall } from '../types'
import { flowService, segment } from './paths'

type RunNow = {
  flowId: string
  /** Epoch seconds, ten digits, although Adobe's prose says milliseconds. */
  startTime: number
  windowStartTime: number
  windowEndTime: number
  /** Needed for the first run (1383-400); a different one later is refused (1382-400). */
  deltaColumn?: string | undefined
}

/** Starts a run by hand (Flow Service `POST /runs`); only flows scheduled `once` allow it (1386-400). */
export const runNowRequest = ({
  flowId,
  startTime,
  windowStartTime,
  windowEndTime,
  deltaColumn,
}: RunNow): AdobeCall => ({
  method: 'POST',
  path: `${flowService}/runs`,
  body: {
    flowId,
    params: {
      startTime,
      windowStartTime,
      windowEndTime,
      ...(deltaColumn !== undefined && { deltaColumn: { name: deltaColumn } }),
    },
  },
})

/** Reads a run's own window once more; the flow must be enabled (1388-400) and the run's state allow it (1387-400). */
export const retriggerRunRequest = (runId: string): AdobeCall => ({
  method: 'POST',
  path: `${flowService}/runs/${segment(runId)}/action`,
  query: { op: 'RE_TRIGGER' },
})
