import { Hono } from 'hono'

import { guardGateway } from '../gateway'
import type { AppEnv } from '../http'
import type { World } from '../world'
import { mountLanguage } from './language-routes'
import { mountMappingSets } from './mapping-set-routes'

/** Data Prep under Adobe's own path. */
export function mountDataPrep(app: Hono<AppEnv>, world: World): void {
  const dataPrep = new Hono<AppEnv>()
  dataPrep.use('*', guardGateway(world, { sandbox: true }))
  mountMappingSets(dataPrep, world)
  mountLanguage(dataPrep, world)
  app.route('/data/foundation/conversion', dataPrep)
}
