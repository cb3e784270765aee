#!/usr/bin/env node
// npx tributary …: flows as documents (docs/documents.md).
import { bootstrap } from './bootstrap.mjs'

// Work is done in the project's folder; files are named from where the person stands.
process.env.TRIBUTARY_CWD ??= process.cwd()
process.env.LOG_LEVEL ??= 'error'
bootstrap('scripts/cli/main.ts', { quiet: true })
