import { Clock, type ClockMode } from './clock'
import { loadDefinitions } from './content/xdm/definitions'
import { sampleSources } from './content/samples/sample-sources'
import { applyMapping } from './engine/apply-mapping'
import { validateMapping } from './engine/validate-mapping'
import { openInstallation, readSetting, writeSetting, type InstallationWishes } from './installation'
import { Store } from './store'
import { defaultSwitches, switchesSchema } from './switches'
import type { World } from './world'

export type WorldOptions = {
  /** Folder of the emulator's state; without it everything is forgotten at the end. */
  dataDir?: string
  clock?: ClockMode
  /** Where the clock begins if no earlier run left it elsewhere, in epoch milliseconds. */
  startMs?: number
  /** Time of the machine, in epoch milliseconds; tests hand in their own. */
  wallMs?: () => number
  /** Folder of the public XDM set; without it the compact set serves. */
  xdmDir?: string
  runDelaySeconds?: number
  origin?: string
  wishes?: InstallationWishes
}

/** Opens the state left by an earlier run, or begins anew. */
export function openWorld(options: WorldOptions = {}): World {
  const store = new Store(options.dataDir)
  const stored = switchesSchema.safeParse({ ...defaultSwitches, ...readSetting(store, 'switches') })
  return {
    store,
    clock: openClock(store, options),
    installation: openInstallation(store, options.wishes ?? {}),
    switches: stored.success ? stored.data : { ...defaultSwitches },
    definitions: loadDefinitions(options.xdmDir),
    sources: sampleSources(),
    engine: { applyMapping, validateMapping },
    runDelaySeconds: options.runDelaySeconds ?? 0,
    origin: options.origin ?? 'http://127.0.0.1',
  }
}

/** A real clock keeps how far ahead it was set, a manual one where it stood. */
function openClock(store: Store, options: WorldOptions): Clock {
  const mode = options.clock ?? 'real'
  const wallMs = options.wallMs ?? Date.now
  const stored = readSetting(store, 'clock')
  if (stored?.['mode'] !== mode) return new Clock(mode, options.startMs, wallMs)
  const startMs = mode === 'manual' ? Number(stored['nowMs']) : wallMs() + Number(stored['offsetMs'])
  return new Clock(mode, startMs, wallMs)
}

/** Keeps the clock's setting over a restart. */
export function keepClock(world: World): void {
  const { clock, store } = world
  writeSetting(store, 'clock', { mode: clock.mode, nowMs: clock.now(), offsetMs: clock.offsetMs() })
}
