import { Hono } from 'hono'

import { guardGateway } from '../gateway'
import type { AppEnv } from '../http'
import type { World } from '../world'
import { mountBatches } from './batch-routes'
import { mountDatasets } from './dataset-routes'
import { mountExport } from './export-routes'

/** Catalog and Data Access under Adobe's own paths. */
export function mountCatalog(app: Hono<AppEnv>, world: World): void {
  const catalog = new Hono<AppEnv>()
  catalog.use('*', guardGateway(world, { sandbox: true }))
  mountDatasets(catalog, world)
  mountBatches(catalog, world)
  app.route('/data/foundation/catalog', catalog)

  const exported = new Hono<AppEnv>()
  exported.use('*', guardGateway(world, { sandbox: true }))
  mountExport(exported, world)
  app.route('/data/foundation/export', exported)
}
