import type { MappingProblem } from './mapping-problem'

/** The translator of the `mapper` messages (next-intl's `useTranslations('mapper')` or `getTranslations`). */
export type MapperTranslator = {
  (key: string, values?: Record<string, string | number>): string
  has: (key: string) => boolean
}

/** The parser speaks English; other languages say the kind of error in their own words and keep what it knows besides. */
function expressionSentence(t: MapperTranslator, code: string, message: string): string {
  const key = `expression.errors.${code}`
  return t(t.has(key) ? key : 'expression.errors.other', { message })
}

/** What is wrong with an expression and where; `start` counts from 0, people from 1. */
export const expressionErrorSentence = (t: MapperTranslator, error: { code: string; message: string; start: number }): string =>
  t('problems.expressionWrong', { position: error.start + 1, sentence: expressionSentence(t, error.code, error.message) })

/** A problem as one sentence. Some of its values are message keys themselves: this is the only right way to say it. */
export function problemSentence(t: MapperTranslator, { code, values }: MappingProblem): string {
  const { reason, fit, expressionCode, message, ...others } = values
  return t(`problems.${code}`, {
    ...others,
    ...(reason === undefined ? {} : { reason: t(`values.${reason}`) }),
    ...(fit === undefined ? {} : { fit: t(`fit.${fit}`) }),
    ...(expressionCode === undefined ? {} : { sentence: expressionSentence(t, String(expressionCode), String(message)) }),
  })
}
