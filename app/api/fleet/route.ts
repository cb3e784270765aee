import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { readFleet } from '@/lib/monitoring/read-fleet'

export const GET = defineRead({ input: z.object({}), run: readFleet })
