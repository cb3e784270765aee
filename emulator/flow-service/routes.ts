import type { Hono } from 'hono'

import { guardGateway, guardSources } from '../gateway'
import type { AppEnv } from '../http'
import type { World } from '../world'

export const flowServicePath = '/data/foundation/flowservice'

/** Flow Service under its own path, behind the gateway and the sources permission. */
export function mountFlowService(app: Hono<AppEnv>, world: World): void {
  app.use(`${flowServicePath}/*`, guardGateway(world, { sandbox: true }), guardSources(world))
}
