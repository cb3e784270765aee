import { createHmac, timingSafeEqual } from 'node:crypto'

import { readSetting, writeSetting, type Credential } from '../installation'
import type { World } from '../world'

/** Lifetime which IMS states for server-to-server tokens, in seconds. */
export const tokenLifetimeSeconds = 86_399

type Claims = { client_id: string; created_at: number; expires_in: number; generation: number }

/** Access tokens carry their own claims and a signature, so they stay valid over a restart of the emulator. */
export function issueToken(world: World, credential: Credential): string {
  const claims: Claims = {
    client_id: credential.clientId,
    created_at: world.clock.now(),
    expires_in: tokenLifetimeSeconds * 1000,
    generation: readGeneration(world),
  }
  const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${unsigned}.${sign(world, unsigned)}`
}

/** The credential a token belongs to, or undefined where it is forged, expired or was withdrawn. */
export function readToken(world: World, token: string): Credential | undefined {
  const [head = '', body = '', signature = ''] = token.split('.')
  const expected = Buffer.from(sign(world, `${head}.${body}`))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims
  if (claims.generation !== readGeneration(world)) return undefined
  if (world.clock.now() >= claims.created_at + claims.expires_in) return undefined
  return world.installation.credentials.find((credential) => credential.clientId === claims.client_id)
}

/** Withdraws every token issued so far. */
export function expireTokens(world: World): void {
  writeSetting(world.store, 'tokens', { generation: readGeneration(world) + 1 })
}

function readGeneration(world: World): number {
  return Number(readSetting(world.store, 'tokens')?.['generation'] ?? 0)
}

function sign(world: World, text: string): string {
  return createHmac('sha256', world.installation.tokenKey).update(text).digest('base64url')
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
