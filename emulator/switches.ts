import { z } from 'zod'

/**
 * Points on which Adobe's documents are silent or contradict themselves. Each default is the reading which catches
 * most mistakes in a client; tests turn the others on through the control API. `docs/emulator.md` explains each.
 */
export const switchesSchema = z.strictObject({
  /** A Flow Service call without `x-sandbox-name`: refused, or served from `prod`. */
  missingSandbox: z.enum(['refuse', 'prod']),
  /** Keys which a Flow Service error carries. */
  errorEnvelope: z.enum(['full', 'errorMessage', 'error_code']),
  /** When a target connection with another specification than the data lake's is refused. */
  targetSpecCheck: z.enum(['create', 'flow']),
  /** Source connections must match the source specification's schema, or the older `path` form is taken too. */
  sourceParams: z.enum(['strict', 'lenient']),
  /** Deleting a source, target connection or mapping set of a flow. */
  deleteInUse: z.enum(['refuse', 'allow']),
  /** Whether PayPal, deprecated by Adobe in 2025, is still in the catalogue. */
  paypal: z.enum(['offered', 'gone']),
  /** How many tables a PayPal account lists: nine, or those of each year besides. */
  paypalTables: z.enum(['few', 'many']),
  /** Whether Flow Service refuses a second resource of the same name. */
  duplicateNames: z.enum(['allow', 'refuse']),
  /** Numbers of a schedule sent as strings, as Adobe's samples do. */
  scheduleStrings: z.enum(['accept', 'refuse']),
  /** How far in the past a start time may lie, in seconds. */
  startTimeToleranceSeconds: z.number().min(0).max(86_400),
  /** What a run with refused rows under the threshold is called. */
  partialStatus: z.enum(['partialSuccess', 'success']),
  /** Whether later runs of REST sources read only what is new. */
  restRuns: z.enum(['incremental', 'full']),
  /** A field group which is not intended for the schema's class. */
  incompatibleFieldGroup: z.enum(['refuse', 'accept']),
  /** The body of `POST /runs`. */
  runCreatedBody: z.enum(['items', 'plain']),
  /** What `POST /languages/el/validate` answers. */
  expressionAnswer: z.enum(['object', 'boolean']),
  /** The body of a replaced descriptor. */
  descriptorPut: z.enum(['201', '200']),
})

export type Switches = z.infer<typeof switchesSchema>

export const defaultSwitches: Switches = {
  missingSandbox: 'refuse',
  errorEnvelope: 'full',
  targetSpecCheck: 'create',
  sourceParams: 'strict',
  deleteInUse: 'refuse',
  paypal: 'offered',
  paypalTables: 'few',
  duplicateNames: 'allow',
  scheduleStrings: 'accept',
  startTimeToleranceSeconds: 30,
  partialStatus: 'partialSuccess',
  restRuns: 'incremental',
  incompatibleFieldGroup: 'refuse',
  runCreatedBody: 'items',
  expressionAnswer: 'object',
  descriptorPut: '201',
}
