import { auth } from '@/lib/access/auth'

/** better-auth's own addresses: it checks origin, rate and session itself. */
const handle = (request: Request): Promise<Response> => auth().handler(request)

export const GET = handle
export const POST = handle
