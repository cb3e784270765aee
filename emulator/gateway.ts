import type { MiddlewareHandler } from 'hono'

import { flowError } from './flow-service/errors'
import { ApiError, placeholderError, type AppEnv } from './http'
import { readToken } from './ims/tokens'
import type { Credential, Sandbox } from './installation'
import { asText } from './json'
import type { Scope } from './store'
import type { World } from './world'

/** Who calls, in which organisation and sandbox. */
export type Caller = { scope: Scope; sandbox: Sandbox; credential: Credential }

/** Errors the gateway answers before any service sees the call (Adobe's platform troubleshooting page). */
export function gatewayError(code: string, message: string): ApiError {
  return new ApiError(Number(code.slice(0, 3)), { error_code: code, message })
}

export const tokenNotValid = () => gatewayError('401013', 'Oauth token is not valid')

/** Checks the headers every Adobe API demands, in the order of Adobe's gateway, then finds the sandbox. */
export function guardGateway(world: World, options: { sandbox: boolean }): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const credential = checkCredential(world, (name) => c.req.header(name))
    const sandbox = options.sandbox
      ? findSandbox(world, c.req.header('x-sandbox-name'), c.req.path)
      : firstSandbox(world)
    if (c.req.header('x-sandbox-id') !== undefined && c.req.path.includes('/flowservice'))
      throw flowError(world, '2110-400', 'The x-sandbox-id header is not allowed with this token.')
    c.set('caller', { credential, sandbox, scope: { org: world.installation.orgId, sandbox: sandbox.name } })
    await next()
  }
}

/** Flow Service asks for the View Sources or Manage Sources permission (access-control name `EnterpriseSource`). */
export function guardSources(world: World): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { sources } = c.get('caller').credential
    const reads = c.req.method === 'GET' || c.req.path.endsWith('/search')
    if (reads && !sources.read)
      throw flowError(world, '2121-403', 'The read permission on EnterpriseSource is missing for this credential.')
    if (!reads && !sources.write)
      throw flowError(world, '2120-403', 'The write permission on EnterpriseSource is missing for this credential.')
    await next()
  }
}

function checkCredential(world: World, header: (name: string) => string | undefined): Credential {
  const authorization = header('authorization') ?? ''
  if (authorization === '') throw gatewayError('403010', 'Oauth token is missing.')
  const credential = readToken(world, authorization.replace(/^Bearer\s+/i, ''))
  if (!/^Bearer\s+\S+$/i.test(authorization) || credential === undefined) throw tokenNotValid()
  const apiKey = header('x-api-key') ?? ''
  if (apiKey === '') throw gatewayError('403000', 'Api Key is required')
  if (apiKey !== credential.clientId) throw gatewayError('403003', 'Api Key is invalid')
  const org = header('x-gw-ims-org-id') ?? ''
  if (org === '') throw gatewayError('400003', 'Missing header')
  if (!/^[0-9A-Za-z]+@AdobeOrg$/.test(org)) throw gatewayError('403027', 'User region is missing')
  if (org !== world.installation.orgId) throw gatewayError('403025', 'Profile is not valid')
  return credential
}

/** Only Flow Service documents its sandbox errors; the other services answer here in the older platform shape. */
function findSandbox(world: World, name: string | undefined, path: string): Sandbox {
  const isFlowService = path.startsWith('/data/foundation/flowservice')
  if (name === undefined || name === '') {
    if (isFlowService && world.switches.missingSandbox === 'prod') return firstSandbox(world)
    const detail = 'The x-sandbox-name header is missing.'
    throw isFlowService ? flowError(world, '2105-400', detail) : placeholderError(400, 'BadRequestError', detail)
  }
  if (name === '*' && isFlowService)
    throw flowError(world, '2111-403', 'The sandbox name * is not allowed with this token.')
  const sandbox = world.installation.sandboxes.find((known) => known.name === name)
  if (sandbox !== undefined) return sandbox
  const detail = `No sandbox is named ${asText(name)}.`
  throw isFlowService ? flowError(world, '2100-404', detail) : placeholderError(404, 'NotFoundError', detail)
}

function firstSandbox(world: World): Sandbox {
  const [first] = world.installation.sandboxes
  if (first === undefined) throw new Error('The installation has no sandbox.')
  return first
}
