'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { destinationFor } from '@/lib/mapping/destination-path'
import { useMapper, useMapperState } from './mapper-context'
import type { PaletteQuestion } from './palette-context'
import { SourcePicker } from './source-picker'
import { TargetPicker } from './target-picker'

const noPaths: readonly string[] = []

type PaletteProps = {
  question: PaletteQuestion | undefined
  onAsk: (question: PaletteQuestion) => void
  onClose: () => void
}

/** "Map to…" and "Map from…": finds the partner of a field by typing, the same from trees, list and inspector. */
export function Palette({ question, onAsk, onClose }: PaletteProps) {
  const t = useTranslations('mapper')
  return (
    <Dialog size={question?.side === 'target' ? 'large' : 'medium'} title={titleOf(t, question)} isOpen={question !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {question && <PaletteBody key={question.side} question={question} onAsk={onAsk} onClose={onClose} />}
    </Dialog>
  )
}

function titleOf(t: ReturnType<typeof useTranslations<'mapper'>>, question: PaletteQuestion | undefined): string {
  if (!question || question.side === 'new') return t('palette.chooseTarget')
  if (question.side === 'many') return t('palette.mapTo', { name: t('row.dragMany', { count: question.paths.length }) })
  const name = question.path.split('.').at(-1) ?? question.path
  return question.side === 'source' ? t('palette.mapTo', { name }) : t('palette.mapFrom', { name })
}

type PaletteBodyProps = PaletteProps & { question: PaletteQuestion }

function PaletteBody({ question, onAsk, onClose }: PaletteBodyProps) {
  const { actions, store } = useMapper()
  const rowId = question.side === 'source' || question.side === 'target' ? question.rowId : undefined
  const row = useMapperState(({ links }) => (rowId === undefined ? undefined : links.byRow.get(rowId)?.row))

  function pickTarget(path: string): void {
    if (question.side === 'new') return onAsk({ side: 'target', path })
    if (question.side === 'many') {
      actions.put('source', question.paths, path)
      return onClose()
    }
    const { sourceIndex, targetIndex } = store.get()
    const target = targetIndex.get(path)
    if (row && target) actions.changeDestination(row, destinationFor(sourceIndex.get(row.source), target))
    else if (question.side === 'source') actions.link(question.path, path)
    onClose()
  }

  if (question.side === 'target') return <SourcePicker targetPath={question.path} row={row} onDone={onClose} />
  return <TargetPicker sourcePaths={question.side === 'source' ? [question.path] : question.side === 'many' ? question.paths : noPaths} onPick={pickTarget} />
}
