import { expressionErrorName, type ExpressionError } from '@/lib/expression/expression'
import type { MappingProblem } from './mapping-problem'
import type { ValuePreview } from './preview-value'

/** The translator of the `mapper` messages (next-intl's `useTranslations('mapper')` or `getTranslations`). */
export type MapperTranslator = {
  (key: string, values?: Record<string, string | number>): string
  has: (key: string) => boolean
}

/** The types of values, which are words of the sentence about a wrong argument. */
const typeValues = ['wanted', 'given']

/** What is wrong with an expression, by the name of its sentence; one that has none is said as the parser says it, in English. */
function expressionSentence(t: MapperTranslator, name: string, values: MappingProblem['values']): string {
  const key = `expression.errors.${name}`
  if (!t.has(key)) return t('expression.errors.other', { message: values['message'] ?? '' })
  if (name !== 'argument-type') return t(key, values)
  return t(key, { ...values, ...Object.fromEntries(typeValues.map((one) => [one, t(`expression.valueTypes.${values[one]}`)])) })
}

/** What is wrong with an expression and where; `start` counts from 0, people from 1. */
export const expressionErrorSentence = (t: MapperTranslator, error: ExpressionError): string =>
  t('problems.expressionWrong', { position: error.start + 1, sentence: expressionSentence(t, expressionErrorName(error), { ...error.values, message: error.message }) })

/** Why an expression gave nothing on a row. English says it as the evaluator does; other languages by the kind of failure. */
function expressionFailureSentence(t: MapperTranslator, error: ExpressionError): string {
  const key = `expression.failures.${error.code}`
  return t.has(key) ? t(key, { message: error.message }) : expressionSentence(t, expressionErrorName(error), { ...error.values, message: error.message })
}

/** Why nothing comes out of a link on a row, if something is wrong there. */
export function whyNothing(t: MapperTranslator, { failure, reason }: Pick<ValuePreview, 'failure' | 'reason'>): string | undefined {
  if (failure) return expressionFailureSentence(t, failure)
  return reason === undefined ? undefined : t(`values.${reason}`)
}

/** A problem as one sentence. Some of its values are message keys themselves: this is the only right way to say it. */
export function problemSentence(t: MapperTranslator, { code, values }: MappingProblem): string {
  const { reason, fit, expressionError, ...others } = values
  return t(`problems.${code}`, {
    ...others,
    ...(reason === undefined ? {} : { reason: t(`values.${reason}`) }),
    ...(fit === undefined ? {} : { fit: t(`fit.${fit}`) }),
    ...(expressionError === undefined ? {} : { sentence: expressionSentence(t, String(expressionError), others) }),
  })
}
