import 'server-only'
import type { Result } from '@/lib/result'
import { sandboxList, type SandboxItem } from './answers-specs'
import { sandboxManagement } from './requests/paths'
import { dataOf, mapData } from './results'
import type { AdobeClient, AdobeError } from './types'

/** The sandboxes that this credential may enter (Sandbox API, "available sandboxes": open to every role). */
export async function listSandboxes(client: AdobeClient): Promise<Result<SandboxItem[], AdobeError>> {
  const answer = await client.request({ method: 'GET', path: `${sandboxManagement}/` }, sandboxList)
  return mapData(dataOf(answer), ({ sandboxes }) => sandboxes)
}
