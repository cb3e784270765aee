import { createHash, randomBytes } from 'node:crypto'

import type { JsonObject } from './content/types'
import { asText } from './json'
import type { Scope, Store } from './store'

/** An OAuth server-to-server credential and what its role allows. */
export type Credential = {
  clientId: string
  clientSecret: string
  userId: string
  /** Adobe's "View Sources" and "Manage Sources" permissions. */
  sources: { read: boolean; write: boolean }
}

export type Sandbox = { name: string; title: string; type: 'production' | 'development'; id: string }

/** Everything about one emulated organisation which does not change while it runs. */
export type Installation = {
  orgId: string
  tenantId: string
  credentials: [Credential, Credential]
  sandboxes: Sandbox[]
  /** Signs access tokens, so that they outlive a restart. */
  tokenKey: string
}

export type InstallationWishes = { orgId?: string; clientId?: string; clientSecret?: string }

/** Scopes which the practice credential grants: those of Adobe's own collection of sample calls. */
export const grantedScopes = [
  'openid',
  'session',
  'AdobeID',
  'read_organizations',
  'additional_info.projectedProductContext',
]

const metaScope: Scope = { org: '', sandbox: '' }

/** Loads the organisation and its credentials, or makes them at the first start; wishes overrule what is stored. */
export function openInstallation(store: Store, wishes: InstallationWishes): Installation {
  const stored = store.get(metaScope, 'meta', 'installation')
  const keep = (name: string, make: () => string) => asText(stored?.[name]) || make()
  const orgId = wishes.orgId ?? keep('orgId', () => `${randomBytes(12).toString('hex').toUpperCase()}@AdobeOrg`)
  const meta: JsonObject = {
    orgId,
    clientId: wishes.clientId ?? keep('clientId', () => randomBytes(16).toString('hex')),
    clientSecret: wishes.clientSecret ?? keep('clientSecret', () => `p8e-${randomBytes(18).toString('base64url')}`),
    restrictedClientId: keep('restrictedClientId', () => randomBytes(16).toString('hex')),
    restrictedClientSecret: keep('restrictedClientSecret', () => `p8e-${randomBytes(18).toString('base64url')}`),
    tokenKey: keep('tokenKey', () => randomBytes(32).toString('hex')),
  }
  if (JSON.stringify(meta) !== JSON.stringify(stored)) store.put(metaScope, 'meta', 'installation', meta)
  return {
    orgId,
    tenantId: `practice${digest(orgId).slice(0, 6)}`,
    tokenKey: asText(meta['tokenKey']),
    credentials: [
      makeCredential(meta, 'clientId', 'clientSecret', true),
      makeCredential(meta, 'restrictedClientId', 'restrictedClientSecret', false),
    ],
    sandboxes: [
      { name: 'prod', title: 'Production', type: 'production', id: makeSandboxId(orgId, 'prod') },
      { name: 'dev', title: 'Development', type: 'development', id: makeSandboxId(orgId, 'dev') },
      { name: 'stage', title: 'Staging', type: 'development', id: makeSandboxId(orgId, 'stage') },
    ],
  }
}

/** A setting of the running emulator kept over restarts (clock, switches, token expiry). */
export function readSetting(store: Store, name: string): JsonObject | undefined {
  return store.get(metaScope, 'meta', `setting:${name}`)
}

export function writeSetting(store: Store, name: string, value: JsonObject): void {
  store.put(metaScope, 'meta', `setting:${name}`, value)
}

function makeCredential(meta: JsonObject, idKey: string, secretKey: string, sources: boolean): Credential {
  const clientId = asText(meta[idKey])
  return {
    clientId,
    clientSecret: asText(meta[secretKey]),
    userId: `${digest(clientId).slice(0, 24).toUpperCase()}@techacct.adobe.com`,
    sources: { read: sources, write: sources },
  }
}

function makeSandboxId(orgId: string, name: string): string {
  const hex = digest(`${orgId}/${name}`)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
