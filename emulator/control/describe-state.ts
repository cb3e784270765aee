import type { JsonObject } from '../content/types'
import { resourceKinds } from '../store'
import type { World } from '../world'

export function describeClock({ clock }: World): JsonObject {
  return { mode: clock.mode, now: new Date(clock.now()).toISOString(), nowMs: clock.now() }
}

/** What the emulator holds: for every sandbox and kind how many live, and how many were ever made. */
export function describeState(world: World, control: { faults: number; calls: number; latencyMs: number }): JsonObject {
  const { orgId, tenantId, sandboxes } = world.installation
  const counts = sandboxes.map(({ name }): [string, JsonObject] => [
    name,
    Object.fromEntries(resourceKinds.map((kind) => [kind, world.store.count({ org: orgId, sandbox: name }, kind)])),
  ])
  return { clock: describeClock(world), orgId, tenantId, sandboxes: Object.fromEntries(counts), ...control }
}
