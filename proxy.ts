import { NextResponse, type NextRequest } from 'next/server'
import { addressHeader } from '@/lib/access/next-address'
import { contentSecurityPolicy, plainHeaders } from '@/lib/access/security-headers'

/** Every answer carries the headers that keep a browser from being turned against the person using it. */
export function proxy(request: NextRequest): NextResponse {
  const isHttps = (process.env.TRIBUTARY_URL ?? '').startsWith('https:')
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')

  const headers = new Headers(request.headers)
  // Next takes the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set(addressHeader, request.nextUrl.pathname + request.nextUrl.search)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of plainHeaders(isHttps)) response.headers.set(name, value)
  return response
}
