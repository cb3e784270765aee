'use client'

import { ListPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { MappingLink } from '@/lib/mapping/mapping-links'
import { sourceTypeWord, typeWord } from './field-words'
import { useMapper, useMapperState } from './mapper-context'
import type { Side } from './mapper-store'
import { usePalette } from './palette-context'
import { PathText } from './path-text'
import { FieldSuggestions } from './suggest/field-suggestions'
import { ColumnProfile } from './column-profile'
import { ProblemNotes } from './problem-notes'
import { TypeBadge } from './type-badge'

/** A field without a link, or with several: what it is, and the ways on from here. */
export function InspectorField({ side, path }: { side: Side; path: string }) {
  const t = useTranslations('mapper')
  const { openPalette } = usePalette()
  const links = useMapperState((state) => (side === 'source' ? state.links.bySource : state.links.byTarget).get(path))
  return (
    <div className="flex flex-col gap-4 p-4">
      <h3 className="text-14 font-semibold"><PathText path={path} /></h3>
      {side === 'source' ? <SourceFacts path={path} /> : <TargetFacts path={path} />}
      {side === 'source' && !links && <FieldSuggestions path={path} />}
      {links && <LinkChoices side={side} links={links} />}
      <div>
        <Button variant="primary" icon={<ListPlus aria-hidden />} onPress={() => openPalette({ side, path })}>
          {side === 'source' ? t('inspector.mapTo') : t('inspector.mapFrom')}
        </Button>
      </div>
      <p className="measure text-12 text-ink-quiet">{side === 'source' ? t('inspector.sourceHint') : t('inspector.targetHint')}</p>
    </div>
  )
}

function SourceFacts({ path }: { path: string }) {
  const t = useTranslations('mapper')
  const field = useMapperState((state) => state.sourceIndex.get(path))
  if (!field) return null
  return (
    <>
      <p><TypeBadge type={field.type} word={sourceTypeWord(t, field.type)} /></p>
      {field.samples && (
        <div>
          <h4 className="text-12 font-medium text-ink-quiet">{t('inspector.samples')}</h4>
          <ul className="mt-1 font-mono text-12">
            {field.samples.map((sample) => <li key={sample} title={sample} className="truncate">{sample}</li>)}
          </ul>
        </div>
      )}
      <ColumnProfile path={path} />
    </>
  )
}

function TargetFacts({ path }: { path: string }) {
  const t = useTranslations('mapper')
  const field = useMapperState((state) => state.targetIndex.get(path))
  const problems = useMapperState((state) => state.links.problemsByTarget.get(path))
  if (!field) return null
  const rules = [
    field.required && t('flags.required'),
    field.identity && t(`flags.${field.identity}`),
    field.tenant && t('flags.tenant'),
    field.deprecated && t('flags.deprecated'),
    field.pattern !== undefined && t('inspector.pattern', { pattern: field.pattern }),
    field.format !== undefined && t('inspector.format', { format: field.format }),
    field.maxLength !== undefined && t('inspector.maxLength', { count: field.maxLength }),
    field.enum && t('inspector.enum', { values: field.enum.join(', ') }),
  ].filter((rule) => typeof rule === 'string')
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-13">
        <TypeBadge type={field.type} word={typeWord(t, field)} />
        {field.title}
      </p>
      {field.description && <p className="measure text-13 text-ink-quiet">{field.description}</p>}
      {rules.length > 0 && (
        <ul className="list-disc pl-5 text-13">{rules.map((rule) => <li key={rule} className="break-words">{rule}</li>)}</ul>
      )}
      {problems && <ProblemNotes problems={problems} />}
    </>
  )
}

function LinkChoices({ side, links }: { side: Side; links: readonly MappingLink[] }) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  return (
    <div>
      <h4 className="text-12 font-medium text-ink-quiet">{t('inspector.links', { count: links.length })}</h4>
      <ul className="mt-1 flex flex-col gap-1">
        {links.map(({ row }) => (
          <li key={row.id}>
            <Button size="small" variant="quiet" className="max-w-full justify-start font-mono" onPress={() => actions.choose({ side: 'link', rowId: row.id })}>
              <span className="truncate">{side === 'source' ? row.destination : row.source}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
