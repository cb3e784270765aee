import { bootstrap } from './bootstrap.mjs'

bootstrap('emulator/main.ts')
