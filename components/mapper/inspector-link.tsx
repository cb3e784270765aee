'use client'

import { ArrowDown, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { fitOf } from '@/lib/mapping/compatibility'
import type { MappingLink } from '@/lib/mapping/mapping-links'
import { ConstantForm } from './constant-form'
import { DestinationField } from './destination-field'
import { ExpressionResults } from './expression/expression-results'
import { fitSentence, sourceTypeWord, typeWord } from './field-words'
import { FitMark } from './fit-mark'
import { useMapper, useMapperState } from './mapper-context'
import { usePalette } from './palette-context'
import { PathText } from './path-text'
import { ColumnProfile } from './column-profile'
import { ProblemNotes } from './problem-notes'
import { TypeBadge } from './type-badge'
import { ValuePreviewList } from './value-preview-list'

/** One link: where from, where to, whether it fits and why, what it makes of the sample rows. */
export function InspectorLink({ link }: { link: MappingLink }) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const { row, target: targetPath, problems } = link
  const target = useMapperState((state) => (targetPath === undefined ? undefined : state.targetIndex.get(targetPath)))

  return (
    <div className="grid gap-x-8 gap-y-4 p-4 @3xl:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <h3 className="text-14 font-semibold">{t('inspector.link')}</h3>
        <SourceEnd link={link} />
        <ArrowDown aria-hidden className="-my-2 text-ink-quiet" />
        <div>
          <DestinationField key={row.destination} row={row} />
          {target && (
            <p className="mt-1.5 flex flex-wrap items-center gap-2 text-12 text-ink-quiet">
              <TypeBadge type={target.type} word={typeWord(t, target)} />
              {target.title}
            </p>
          )}
          {target?.description && <p className="measure mt-1 text-12 text-ink-quiet">{target.description}</p>}
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <ProblemNotes problems={problems} />
        <LinkFit link={link} />
        {targetPath !== undefined && (row.sourceType === 'EXPRESSION'
          ? <ExpressionResults expression={row.source} targetPath={targetPath} />
          : <ValuePreviewList row={row} targetPath={targetPath} />)}
        {row.sourceType === 'ATTRIBUTE' && link.sources[0] !== undefined && <ColumnProfile path={link.sources[0]} />}
        <div>
          <Button size="small" icon={<Trash2 aria-hidden />} onPress={() => actions.remove([row.id])}>{t('inspector.remove')}</Button>
        </div>
      </div>
    </div>
  )
}

function SourceEnd({ link: { row, target, sources } }: { link: MappingLink }) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const { openPalette } = usePalette()
  const path = target ?? row.destination
  const source = useMapperState((state) => (sources[0] === undefined ? undefined : state.sourceIndex.get(sources[0])))
  if (row.sourceType === 'STATIC') {
    return <ConstantForm key={row.source} targetPath={path} value={row.source} onWrite={(value) => actions.changeSource(row, { sourceType: 'STATIC', source: value })} />
  }
  if (row.sourceType === 'EXPRESSION') {
    return (
      <div className="flex flex-col gap-2">
        <p className="flex items-center justify-between gap-2 text-13 font-medium">
          {t('kinds.EXPRESSION')}
          <Button variant="quiet" size="small" onPress={() => openPalette({ side: 'target', path, rowId: row.id })}>{t('expression.edit')}</Button>
        </p>
        <pre className="rounded-md border border-line bg-surface-2 px-2.5 py-2 font-mono text-12 wrap-anywhere whitespace-pre-wrap">{row.source}</pre>
      </div>
    )
  }
  return (
    <div>
      <p className="flex items-center justify-between gap-2 text-13 font-medium">
        {t('inspector.source')}
        <Button variant="quiet" size="small" onPress={() => openPalette({ side: 'target', path, rowId: row.id })}>{t('inspector.changeSource')}</Button>
      </p>
      <p className="text-13"><PathText path={row.source} /></p>
      {source && <p className="mt-1"><TypeBadge type={source.type} word={sourceTypeWord(t, source.type)} /></p>}
    </div>
  )
}

function LinkFit({ link: { row, sources, target: targetPath, problems } }: { link: MappingLink }) {
  const t = useTranslations('mapper')
  const source = useMapperState((state) => (sources[0] === undefined ? undefined : state.sourceIndex.get(sources[0])))
  const target = useMapperState((state) => (targetPath === undefined ? undefined : state.targetIndex.get(targetPath)))
  if (!source || !target || row.sourceType !== 'ATTRIBUTE') return null
  const fit = fitOf(source.type, target)
  return (
    <p className="flex flex-col items-start gap-1 text-13">
      <FitMark level={fit.level} />
      <span className="text-ink-quiet">{fitSentence(t, fit)}</span>
      {fit.level === 'lossy' && source.samples && problems.length === 0 && (
        <span className="text-ink-quiet">{t('inspector.samplesPass', { count: source.samples.length })}</span>
      )}
    </p>
  )
}
