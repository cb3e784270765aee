import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { listSourceMappings } from '@/lib/data/source-mappings'

/** What earlier flows of a source map where. */
export const GET = defineRead({
  input: z.object({ source: z.string().min(1) }),
  run: ({ source }) => listSourceMappings(source),
})
