import type { useTranslations } from 'next-intl'
import type { ExpressionError } from '@/lib/expression/expression'
import type { Fit } from '@/lib/mapping/compatibility'
import type { MappingChange } from '@/lib/mapping/history'
import type { SourceType } from '@/lib/mapping/mapping-document'
import type { MappingProblem } from '@/lib/mapping/mapping-problem'
import type { XdmField } from '@/lib/xdm/field'

export type MapperWords = ReturnType<typeof useTranslations<'mapper'>>

/** A target's type in words: `string`, `list of objects`. */
export function typeWord(t: MapperWords, field: Pick<XdmField, 'type' | 'itemType'>): string {
  if (field.type === 'array' && field.itemType) return t('types.arrayOf', { item: t(`types.${field.itemType}`) })
  if (field.type === 'map' && field.itemType) return t('types.mapOf', { item: t(`types.${field.itemType}`) })
  return t(`types.${field.type}`)
}

export const sourceTypeWord = (t: MapperWords, type: SourceType): string => t(`types.${type}`)

/** Why a source fits or does not, in a sentence. */
export const fitSentence = (t: MapperWords, fit: Pick<Fit, 'reason'>): string => t(`fit.${fit.reason}`)

/** A problem in a sentence; the reasons inside it are sentences of their own. */
export function problemSentence(t: MapperWords, { code, values }: MappingProblem): string {
  const { reason, fit, expressionCode, ...others } = values
  return t(`problems.${code}`, {
    ...others,
    ...(reason === undefined ? {} : { reason: t(`values.${reason}`) }),
    ...(expressionCode === undefined ? {} : { kind: expressionKind(t, String(expressionCode)) }),
    ...(fit === undefined ? {} : { fit: t(`fit.${fit}`) }),
  })
}

/** What a change did, for the announcement and the tooltips of undo and redo. */
export const changeSentence = (t: MapperWords, { code, values }: MappingChange): string => t(`changes.${code}`, values)

/** What is wrong with an expression and where; the sentence of its kind first, then what the parser knows besides. */
export function expressionErrorSentence(
  t: MapperWords, { code, message, start }: Pick<ExpressionError, 'code' | 'message' | 'start'>,
): string {
  return t('problems.expressionWrong', { position: start + 1, kind: expressionKind(t, code), message })
}

const expressionKind = (t: MapperWords, code: string): string =>
  t.has(`expression.errors.${code}`) ? t(`expression.errors.${code}`) : t('expression.errors.other')
