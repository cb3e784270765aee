import { handleAuthRequest } from '@/lib/access/handle-auth-request'

/** better-auth's own addresses; the sign-in form is their only caller. */
export const GET = handleAuthRequest
export const POST = handleAuthRequest
