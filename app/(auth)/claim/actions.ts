'use server'

import { headers } from 'next/headers'
import { auth } from '@/lib/access/auth'
import { claimInstance } from '@/lib/access/claim'
import { claimInput } from '@/lib/access/claim-input'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import { explainFailure } from '@/lib/actions/explain-failure'
import { fieldErrorsOf } from '@/lib/actions/field-errors'
import { writeAudit } from '@/lib/audit/write-audit'

/** Makes the first administrator and signs in. Open to nobody without the one-time token, hence no session is asked for. */
export async function claimAction(raw: unknown): Promise<ActionAnswer<null>> {
  try {
    const parsed = claimInput.safeParse(raw)
    if (!parsed.success) {
      return { ok: false, error: { code: 'invalid-input', retryable: false }, fieldErrors: fieldErrorsOf(parsed.error) }
    }
    const claimed = await claimInstance(parsed.data)
    if (claimed.outcome !== 'made') {
      await writeAudit({ action: 'instance.claim.denied', detail: { reason: claimed.outcome } })
      return { ok: false, error: { code: `claim-${claimed.outcome}`, retryable: false } }
    }
    await writeAudit({ actorId: claimed.userId, action: 'instance.claim' })
    const { email, password } = parsed.data
    await auth().api.signInEmail({ body: { email, password }, headers: await headers() })
    return { ok: true, data: null }
  } catch (thrown) {
    return { ok: false, error: explainFailure(thrown, { action: 'instance.claim' }) }
  }
}
