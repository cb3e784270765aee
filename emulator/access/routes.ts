import type { Hono } from 'hono'

import { guardGateway } from '../gateway'
import { sendJson, type AppEnv } from '../http'
import type { Sandbox } from '../installation'
import type { World } from '../world'

const path = '/data/foundation/sandbox-management'

/** The sandboxes that a credential may enter (Sandbox API, "available sandboxes"): needs no sandbox itself. */
export function mountAccess(app: Hono<AppEnv>, world: World): void {
  app.use(`${path}/*`, guardGateway(world, { sandbox: false }))
  app.get(`${path}/`, () => {
    const sandboxes = world.installation.sandboxes.map(describeSandbox)
    return sendJson({ sandboxes, _page: { limit: 100, count: sandboxes.length } })
  })
}

function describeSandbox({ name, title, type }: Sandbox) {
  return { name, title, state: 'active', type, region: 'VA7', isDefault: name === 'prod' }
}
