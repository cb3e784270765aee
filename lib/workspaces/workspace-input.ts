import { z } from 'zod'
import { imsOrigins, platformOrigins } from '@/lib/adobe/allowed-hosts'

/**
 * What a person enters for a workspace. Pure, so that the form and the server action check the very same. Messages are
 * keys of the area `workspaces`: problems.nameMissing · problems.nameTooLong · problems.platformUnknown ·
 * problems.imsUnknown · problems.orgId · problems.clientId · problems.secretMissing · problems.secretTooLong ·
 * problems.scopesMissing · problems.scopes · problems.sandboxMissing · problems.sandbox
 */
const problem = (key: string) => `workspaces.problems.${key}`

/** Scopes that Adobe's own samples ask for. */
export const defaultScopes = 'openid,AdobeID,session,read_organizations,additional_info.projectedProductContext'

export const defaultPlatformOrigin = 'https://platform.adobe.io'
export const defaultImsOrigin = 'https://ims-na1.adobelogin.com'

const name = z.string().trim().min(1, problem('nameMissing')).max(100, problem('nameTooLong'))

const fields = {
  name,
  platformOrigin: z.string().refine((origin) => platformOrigins.includes(origin), problem('platformUnknown')),
  imsOrigin: z.string().refine((origin) => imsOrigins.includes(origin), problem('imsUnknown')),
  orgId: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]+@AdobeOrg$/, problem('orgId')),
  // Goes into a header as it is.
  clientId: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,200}$/, problem('clientId')),
  scopes: z
    .string()
    .trim()
    .min(1, problem('scopesMissing'))
    .regex(/^[\w.:/-]+([\s,]+[\w.:/-]+)*,?$/, problem('scopes'))
    .transform((scopes) =>
      scopes
        .split(/[\s,]+/)
        .filter(Boolean)
        .join(','),
    ),
  sandbox: z
    .string()
    .trim()
    .min(1, problem('sandboxMissing'))
    .regex(/^[a-z][a-z0-9-]{0,255}$/, problem('sandbox')),
}

const secret = z.string().trim().max(2000, problem('secretTooLong'))

export const workspaceInput = z.object({ ...fields, clientSecret: secret.min(1, problem('secretMissing')) })

/** A change; the secret is never shown, and stays as it is where none is entered. */
export const workspaceChange = z.object({
  ...fields,
  clientSecret: secret.optional().transform((value) => value || undefined),
})

/** Of the practice workspace only the name and the sandbox can be changed; the rest comes from the emulator. */
export const practiceWorkspaceChange = z.object({ name, sandbox: fields.sandbox })

export type WorkspaceInput = z.infer<typeof workspaceInput>
export type WorkspaceChange = z.infer<typeof workspaceChange>
export type PracticeWorkspaceChange = z.infer<typeof practiceWorkspaceChange>
