'use client'

import { Fingerprint } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { XdmField } from '@/lib/xdm/field'
import { cx } from '@/components/ui/cx'
import { problemSentence } from '@/lib/mapping/problem-sentence'
import { Drawing } from './drawing'
import { typeWord, type MapperWords } from './field-words'
import { FitMark } from './fit-mark'
import { useMapperFacts } from './mapper-context'
import { MatchedName } from './matched-name'
import { portOf } from './port-of'
import { RowFrame } from './row-frame'
import { TypeBadge } from './type-badge'
import { carriedFit } from './carried-fit'
import type { RowContentProps } from './tree/tree-row'

/** An XDM field: name, type, what it asks for, and what is written to it. */
export const TargetRow = memo(function TargetRow({ node, isActive, query }: RowContentProps<XdmField>) {
  const t = useTranslations('mapper')
  const { field, path, hasChildren, isOpen, level } = node
  const { links, problems, below, fit } = useMapperFacts((state) => ({
    links: state.links.byTarget.get(path),
    problems: state.links.problemsByTarget.get(path),
    below: isOpen ? 0 : (state.links.belowTarget.get(path) ?? 0),
    fit: carriedFit(state, 'target', path)?.level,
  }))
  const type = typeWord(t, field)
  const [link] = links ?? []
  const [problem] = problems ?? []
  const description = [
    type,
    field.required && t('flags.required'),
    field.identity && t(`flags.${field.identity}`),
    field.tenant && t('flags.tenant'),
    field.deprecated && t('flags.deprecated'),
    link && t('row.mappedFrom', { sources: (links ?? []).map((one) => one.row.source).join(', ') }),
    below > 0 && t('row.below', { count: below }),
    ...(problems ?? []).map((one) => problemSentence(t, one)),
  ].filter(Boolean).join('. ')

  return (
    <RowFrame
      t={t} side="target" path={path} name={field.name} level={level} hasChildren={hasChildren} isOpen={isOpen}
      isActive={isActive} description={description} port={problem && !link ? 'error' : portOf(links, below)}
    >
      <span
        title={field.title ? `${field.path} (${field.title})` : field.path}
        className={cx(
          'min-w-6 shrink truncate font-mono text-13', fit === 'impossible' ? 'text-ink-quiet' : 'text-ink',
          field.deprecated && 'line-through',
        )}
      >
        <MatchedName name={field.name} query={query} />
      </span>
      <TypeBadge type={field.type} word={type} />
      <TargetFlags t={t} field={field} />
      {below > 0 && <span className="shrink-0 text-12 text-ink-quiet">{t('row.below', { count: below })}</span>}
      <span className="min-w-0 flex-1 truncate text-right text-12 text-ink-quiet">
        {fit ? !(hasChildren && fit === 'impossible') && <FitMark level={fit} isQuiet /> : (
          <>
            {problem && (
              <span title={problemSentence(t, problem)} className={problem.severity === 'error' ? 'text-bad' : 'text-warn'}>
                <Drawing name="alert" className="mr-1.5 inline size-3.5 align-[-0.2em]" />
              </span>
            )}
            {link && <Partner t={t} kind={link.row.sourceType} source={link.row.source} more={(links?.length ?? 1) - 1} />}
          </>
        )}
      </span>
    </RowFrame>
  )
})

type PartnerProps = { t: MapperWords; kind: 'ATTRIBUTE' | 'EXPRESSION' | 'STATIC'; source: string; more: number }

/** What is written to the field, even where the link's other end is out of sight. */
function Partner({ t, kind, source, more }: PartnerProps) {
  return (
    <span title={source}>
      {kind === 'ATTRIBUTE' ? <Drawing name="arrowLeft" className="mr-1 inline size-3 align-[-0.15em]" /> : `${t(`kinds.${kind}`)} `}
      {more > 0 && `+${more} `}
      <span className="font-mono">{source}</span>
    </span>
  )
}

function TargetFlags({ t, field }: { t: MapperWords; field: XdmField }) {
  return (
    <>
      {field.required && (
        <span className="shrink-0 rounded-sm bg-surface-3 px-1 text-12 font-medium text-ink">{t('flags.required')}</span>
      )}
      {field.identity && (
        <span title={t(`flags.${field.identity}`)} className="inline-flex shrink-0 items-center text-info">
          <Fingerprint aria-hidden className="size-3.5" />
          <span className="sr-only">{t(`flags.${field.identity}`)}</span>
        </span>
      )}
      {field.tenant && field.path === field.name && <span className="shrink-0 text-12 text-ink-quiet">{t('flags.tenant')}</span>}
      {field.enum && <span title={field.enum.join(', ')} className="shrink-0 text-12 text-ink-quiet">{t('flags.enum')}</span>}
      {field.deprecated && <span className="shrink-0 text-12 text-ink-quiet">{t('flags.deprecated')}</span>}
    </>
  )
}
