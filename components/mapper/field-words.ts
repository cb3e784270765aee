import type { useTranslations } from 'next-intl'
import type { Fit } from '@/lib/mapping/compatibility'
import type { MappingChange } from '@/lib/mapping/history'
import type { ProblemFix } from '@/lib/mapping/problem-fix'
import type { SourceType } from '@/lib/mapping/mapping-document'
import type { XdmField } from '@/lib/xdm/field'
import type { Carried } from './mapper-store'

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

/** What is carried, by name, or how many fields it is. */
export const carriedName = (t: MapperWords, { path, paths }: Pick<Carried, 'path' | 'paths'>): string =>
  paths.length > 1 ? t('row.dragMany', { count: paths.length }) : (path.split('.').at(-1) ?? path)

/** What a fix would do; some of its values are message keys themselves. */
export const fixSentence = (t: MapperWords, { code, values }: Pick<ProblemFix, 'code' | 'values'>): string =>
  t(`fixes.${code}`, { ...values, ...(values['bridge'] === undefined ? {} : { bridge: t(`bridges.${values['bridge']}`) }) })

/** What a change did, for the announcement and the tooltips of undo and redo. */
export const changeSentence = (t: MapperWords, { code, values }: MappingChange): string =>
  code === 'fixed' ? t('changes.fixed', { what: fixSentence(t, { code: String(values['fix']), values }) }) : t(`changes.${code}`, values)
