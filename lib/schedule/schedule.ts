import { z } from 'zod'

export const frequencies = ['once', 'minute', 'hour', 'day', 'week'] as const
export type Frequency = (typeof frequencies)[number]

/**
 * When Adobe reads the source (Flow Service `scheduleParams`). Whether a combination is allowed is not decided here but by
 * the JSON Schema in the flow specification that Adobe returned.
 */
export const schedule = z.object({
  frequency: z.enum(frequencies),
  /** Whole number of frequencies between two runs; absent for `once`. */
  interval: z.number().int().positive().optional(),
  /** 'as-soon-as-created' becomes now plus a margin at the moment of creation; otherwise a fixed UTC instant. */
  start: z.union([z.literal('as-soon-as-created'), z.iso.datetime()]),
  /** Whether the first run takes what is already there; absent for `once`. */
  backfill: z.boolean().optional(),
})

export type Schedule = z.infer<typeof schedule>
