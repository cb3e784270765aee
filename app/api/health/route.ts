import { canReachDatabase } from '@/lib/data/health'

export const dynamic = 'force-dynamic'

/** For the start command and for whoever watches the installation: does it answer, and does its database? */
export async function GET(): Promise<Response> {
  const isWell = await canReachDatabase()
  return Response.json(
    { status: isWell ? 'ok' : 'database-unreachable' },
    { status: isWell ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
