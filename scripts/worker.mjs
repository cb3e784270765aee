import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/worker/main.ts')
