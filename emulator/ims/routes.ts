import { Hono } from 'hono'

import { sendJson, type AppEnv } from '../http'
import { grantedScopes } from '../installation'
import type { World } from '../world'
import { imsError } from './errors'
import { issueToken, tokenLifetimeSeconds } from './tokens'

/** `POST /ims/token/v3` (older clients: `v2`): two-legged client credentials, form in the body or in the query string. */
export function createImsRoutes(world: World): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/token/:version{v[23]}', async (c) => {
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim()
    const form = new URLSearchParams(type === 'application/x-www-form-urlencoded' ? await c.req.text() : '')
    for (const [name, value] of new URL(c.req.url).searchParams) if (!form.has(name)) form.set(name, value)
    const grant = form.get('grant_type')
    const clientId = form.get('client_id')
    const clientSecret = form.get('client_secret')
    if (!grant) throw imsError(400, 'invalid_request', 'grant_type is missing')
    if (grant !== 'client_credentials') throw imsError(400, 'unsupported_grant_type', `unsupported grant ${grant}`)
    if (!clientId) throw imsError(400, 'invalid_request', 'client_id is missing')
    if (!clientSecret) throw imsError(400, 'invalid_request', 'client_secret is missing')
    const credential = world.installation.credentials.find((known) => known.clientId === clientId)
    if (credential?.clientSecret !== clientSecret) throw imsError(401, 'invalid_client', 'invalid client credentials')
    const scopes = (form.get('scope') ?? '').split(/[\s,]+/).filter((scope) => scope !== '')
    if (scopes.length === 0) throw imsError(400, 'invalid_scope', 'scope is missing')
    const unknown = scopes.filter((scope) => !grantedScopes.includes(scope))
    if (unknown.length > 0) throw imsError(400, 'invalid_scope', `not granted: ${unknown.join(',')}`)
    return sendJson(
      { access_token: issueToken(world, credential), token_type: 'bearer', expires_in: tokenLifetimeSeconds },
      200,
      { 'cache-control': 'no-store' },
    )
  })
}
