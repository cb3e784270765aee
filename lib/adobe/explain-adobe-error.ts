import type { ExplainedError } from '@/lib/explained-error'
import { errorRules, normaliseCode } from './error-rules'
import type { AdobeError } from './types'

/**
 * Says an Adobe error in a form that a person can act on: a code for the sentences (`errors.adobe.<key>` for what Adobe
 * refused, `errors.<kind>` where no answer came), Adobe's own words beside it, and where it can be mended. `mendAt` of
 * the context, which knows what was being done, beats the rule's.
 */
export function explainAdobeError(
  error: AdobeError,
  context: { mendAt?: ExplainedError['mendAt'] } = {},
): ExplainedError {
  const rule = error.kind === 'http' ? findRule(error) : undefined
  const mendAt = context.mendAt ?? rule?.mendAt
  const { status, code, message, requestId, method, path, retryAfterMs } = error
  return {
    code: error.kind === 'http' ? `adobe.${rule?.key ?? 'unknown'}` : error.kind,
    values: {
      status: String(status ?? ''),
      code: code ?? String(status ?? ''),
      seconds: Math.max(1, Math.ceil((retryAfterMs ?? 0) / 1000)),
    },
    ...(mendAt !== undefined && { mendAt }),
    retryable: error.retryable,
    adobe: {
      ...(status !== undefined && { status }),
      ...(code !== undefined && { code }),
      message,
      ...(requestId !== undefined && { requestId }),
      method,
      path,
    },
  }
}

function findRule(error: AdobeError) {
  const code = normaliseCode(error)
  return (
    errorRules.find((rule) => code !== undefined && rule.codes?.includes(code)) ??
    errorRules.find((rule) => rule.matches?.(error))
  )
}
