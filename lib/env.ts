import 'server-only'
import { z } from 'zod'

const environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address'),
  /** The address people use, without a trailing slash. */
  TRIBUTARY_URL: z.url().default('http://127.0.0.1:3000'),
  /** 32 bytes in hex or base64: the master key of the vault. Several, newest first, separated by commas, while rotating. */
  TRIBUTARY_MASTER_KEY: z.string().min(32),
  /** Signs the session cookies. */
  TRIBUTARY_SESSION_SECRET: z.string().min(32),
  /** Origin of the emulator, when one runs beside us; the Practice workspace points at it. */
  EMULATOR_URL: z.url().optional(),
  EMULATOR_ORG_ID: z.string().optional(),
  EMULATOR_CLIENT_ID: z.string().optional(),
  EMULATOR_CLIENT_SECRET: z.string().optional(),
  /** 'off' leaves the jobs to separate worker processes. */
  TRIBUTARY_WORKER: z.enum(['on', 'off']).default('on'),
  /** Seconds between two looks at Adobe's runs, per workspace. */
  TRIBUTARY_SYNC_SECONDS: z.coerce.number().int().min(1).max(3600).default(60),
  /** How many Adobe calls one provisioning may have under way. */
  TRIBUTARY_PROVISIONING_WIDTH: z.coerce.number().int().min(1).max(10).default(3),
  /** Calls a second to one Adobe organisation, all processes together; sync takes what is left of them. */
  TRIBUTARY_CALLS_PER_SECOND: z.coerce.number().min(1).max(1000).default(20),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
})

export type Environment = z.infer<typeof environment>

let parsed: Environment | undefined

/** The environment, parsed once. Throws one readable sentence per fault. */
export function env(): Environment {
  if (parsed) return parsed
  const result = environment.safeParse(process.env)
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')
    throw new Error(`The environment is not usable:\n${faults}`)
  }
  parsed = result.data
  return parsed
}
