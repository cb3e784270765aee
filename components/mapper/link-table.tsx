'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { MenuButton } from '@/components/ui/menu-button'
import { fitOf } from '@/lib/mapping/compatibility'
import type { MappingLink } from '@/lib/mapping/mapping-links'
import { problemSentence } from '@/lib/mapping/problem-sentence'
import { FitMark } from './fit-mark'
import { useMapper } from './mapper-context'
import { usePalette } from './palette-context'
import { PathText } from './path-text'
import { FixButton } from './problem-notes'

const shownAtFirst = 100

type LinkTableProps = { links: readonly MappingLink[]; onDetails: (rowId: string) => void }

/** Every link as a row of a plain table that can do what the picture can. */
export function LinkTable({ links, onDetails }: LinkTableProps) {
  const t = useTranslations('mapper')
  const [isWhole, setWhole] = useState(false)
  if (links.length === 0) return null
  const shown = isWhole ? links : links.slice(0, shownAtFirst)
  return (
    <section aria-label={t('list.links')}>
      <h2 className="text-14 font-semibold">{t('list.links')} <span className="font-normal text-ink-quiet tabular-nums">{links.length}</span></h2>
      <table className="mt-2 w-full border-collapse text-left text-13">
        <thead className="text-12 text-ink-quiet max-sm:sr-only">
          <tr>
            <th scope="col" className="py-1 pr-3 font-medium">{t('list.target')}</th>
            <th scope="col" className="py-1 pr-3 font-medium @max-2xl:hidden">{t('list.source')}</th>
            <th scope="col" className="py-1 pr-3 font-medium @max-2xl:hidden">{t('list.fit')}</th>
            <th scope="col" className="py-1 text-right font-medium"><span className="sr-only">{t('list.action')}</span></th>
          </tr>
        </thead>
        <tbody>{shown.map((link) => <LinkRow key={link.row.id} link={link} onDetails={onDetails} />)}</tbody>
      </table>
      {shown.length < links.length && (
        <Button size="small" className="mt-2" onPress={() => setWhole(true)}>{t('list.showAll', { count: links.length })}</Button>
      )}
    </section>
  )
}

function LinkRow({ link, onDetails }: { link: MappingLink; onDetails: (rowId: string) => void }) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const { openPalette } = usePalette()
  const { row, target, problems } = link
  const kind = row.sourceType === 'ATTRIBUTE' ? undefined : t(`kinds.${row.sourceType}`)
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-2 pr-3 font-normal">
        <button type="button" onClick={() => onDetails(row.id)} className="min-h-6 text-left text-accent hover:underline">
          <PathText path={row.destination} />
        </button>
        <span className="block font-mono text-12 wrap-anywhere text-ink-quiet @2xl:hidden">
          ← {kind && <span className="font-sans">{kind} </span>}{row.source}
        </span>
        {problems.map((problem, index) => (
          <span key={index} className={problem.severity === 'error' ? 'mt-1 block text-12 text-bad' : 'mt-1 block text-12 text-warn'}>
            {problemSentence(t, problem)}
            <span className="mt-1 block"><FixButton problem={problem} /></span>
          </span>
        ))}
      </th>
      <td className="py-2 pr-3 @max-2xl:hidden">
        {kind && <span className="mr-1.5 text-12 text-ink-quiet">{kind}</span>}
        <span className="font-mono wrap-anywhere">{row.source}</span>
      </td>
      <td className="py-2 pr-3 leading-5 @max-2xl:hidden"><LinkFitMark link={link} /></td>
      <td className="w-0 py-1.5 text-right">
        <MenuButton
          label={t('list.actionsFor', { name: row.destination })} isIconOnly variant="quiet" size="small" icon={<Ellipsis aria-hidden />}
          items={[
            { id: 'details', label: t('list.details'), onAction: () => onDetails(row.id) },
            { id: 'source', label: t('list.changeSource'), onAction: () => openPalette({ side: 'target', path: target ?? row.destination, rowId: row.id }) },
            { id: 'target', label: t('list.changeTarget'), onAction: () => openPalette({ side: 'source', path: row.source, rowId: row.id }) },
            { id: 'remove', label: t('inspector.remove'), isDanger: true, onAction: () => actions.remove([row.id]) },
          ]}
        />
      </td>
    </tr>
  )
}

function LinkFitMark({ link: { row, sources, target } }: { link: MappingLink }) {
  const { store } = useMapper()
  const { sourceIndex, targetIndex } = store.get()
  const source = sources[0] === undefined ? undefined : sourceIndex.get(sources[0])
  const field = target === undefined ? undefined : targetIndex.get(target)
  return source && field && row.sourceType === 'ATTRIBUTE' ? <FitMark level={fitOf(source.type, field).level} /> : null
}
