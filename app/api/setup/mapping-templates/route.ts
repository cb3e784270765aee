import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { listMappingTemplates } from '@/lib/data/mapping-templates'

/** The named templates of a source. */
export const GET = defineRead({
  input: z.object({ source: z.string().min(1) }),
  run: ({ source }) => listMappingTemplates(source),
})
