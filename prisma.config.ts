import { defineConfig } from 'prisma/config'

// Prisma's own command line is needed only to generate the client; migrations are applied by lib/data/migrate.
export default defineConfig({ schema: 'prisma/schema.prisma' })
