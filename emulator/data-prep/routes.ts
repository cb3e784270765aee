import type { Hono } from 'hono'

import type { AppEnv } from '../http'
import type { World } from '../world'

export function mountDataPrep(_app: Hono<AppEnv>, _world: World): void {}
