import type { useTranslations } from 'next-intl'
import type { Fit } from '@/lib/mapping/compatibility'
import type { MappingChange } from '@/lib/mapping/history'
import type { SourceType } from '@/lib/mapping/mapping-document'
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

/** What a change did, for the announcement and the tooltips of undo and redo. */
export const changeSentence = (t: MapperWords, { code, values }: MappingChange): string => t(`changes.${code}`, values)
