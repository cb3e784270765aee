import 'server-only'
import { env } from '@/lib/env'
import { auth } from './auth'
import { trustedOriginsOf } from './trusted-origins'

/**
 * better-auth's own addresses under /api/auth. What changes something must come from a page of this app: a foreign,
 * `null` or missing Origin is refused, whether or not a cookie came along.
 */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const origin = request.headers.get('origin')
  if (!isRead && (origin === null || !trustedOriginsOf(env().TRIBUTARY_URL).includes(origin))) {
    return Response.json({ code: 'INVALID_ORIGIN' }, { status: 403 })
  }
  return auth().handler(request)
}
