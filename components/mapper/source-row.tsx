'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { SourceField } from '@/lib/mapping/mapping-document'
import { sourceTypeWord } from './field-words'
import { FitMark } from './fit-mark'
import { useMapperFacts } from './mapper-context'
import { MatchedName } from './matched-name'
import { RowFrame } from './row-frame'
import { TypeBadge } from './type-badge'
import { portOf } from './port-of'
import { carriedFit } from './carried-fit'
import type { RowContentProps } from './tree/tree-row'

/** A column: name, type, a value of the preview. */
export const SourceRow = memo(function SourceRow({ node, isActive, query }: RowContentProps<SourceField>) {
  const t = useTranslations('mapper')
  const { field, path, hasChildren, isOpen, level } = node
  const { links, below, fit } = useMapperFacts((state) => ({
    links: state.links.bySource.get(path),
    below: isOpen ? 0 : (state.links.belowSource.get(path) ?? 0),
    fit: carriedFit(state, 'source', path)?.level,
  }))
  const type = sourceTypeWord(t, field.type)
  const description = [
    type,
    links && t('row.mappedTo', { targets: links.map((link) => link.row.destination).join(', ') }),
    below > 0 && t('row.below', { count: below }),
  ].filter(Boolean).join('. ')

  return (
    <RowFrame
      t={t} side="source" path={path} name={field.name} level={level} hasChildren={hasChildren} isOpen={isOpen}
      isActive={isActive} description={description} port={portOf(links, below)}
    >
      <span title={field.path} className="min-w-24 shrink truncate font-mono text-13 text-ink">
        <MatchedName name={field.name} query={query} />
      </span>
      <TypeBadge type={field.type} word={type} isWordHidden />
      {below > 0 && <span className="shrink-0 text-12 text-ink-quiet">{t('row.below', { count: below })}</span>}
      <span className="min-w-0 flex-1 basis-16 truncate text-right font-mono text-12 text-ink-quiet" title={field.samples?.[0]}>
        {fit ? <FitMark level={fit} isQuiet /> : field.samples?.[0]}
      </span>
    </RowFrame>
  )
})
