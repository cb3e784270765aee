'use client'

import { BookMarked, CircleHelp, Download, Ellipsis, Eraser, FlaskConical, Redo2, Rows3, Sparkles, Table2, Undo2, Upload, Workflow } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Button } from '@/components/ui/button'
import { saveFile } from '@/components/ui/save-file'
import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button'
import { MenuButton } from '@/components/ui/menu-button'
import { writeMappingCsv } from '@/lib/mapping/exchange/mapping-csv'
import { writeMappingJson } from '@/lib/mapping/exchange/mapping-json'
import { nextRedo, nextUndo } from '@/lib/mapping/history'
import type { MappingProblem } from '@/lib/mapping/mapping-problem'
import { changeSentence } from './field-words'
import { useMapper, useMapperState } from './mapper-context'
import type { MapperFilter } from './mapper-store'

export type MapperView = 'trees' | 'list'
export type StudioDialog = 'preview' | 'import' | 'tests' | 'templates'

type ToolbarProps = {
  view: MapperView
  /** Undefined where there is no room for trees. */
  onViewChange: ((view: MapperView) => void) | undefined
  onSuggest: () => void
  onOpen: (what: StudioDialog) => void
  /** Whether mappings can be kept as templates here. */
  hasTemplates: boolean
  onHelp: () => void
}

/** The counters, each a filter, and what can be done to the whole mapping. */
export function MapperToolbar({ view, onViewChange, onSuggest, onOpen, onHelp, hasTemplates }: ToolbarProps) {
  const t = useTranslations('mapper')
  const { store, actions, helper } = useMapper()
  /** Whoever comes near the button finds the trees read when it is pressed. */
  const prepare = () => helper.prepare(store.get())
  const history = useMapperState((state) => state.history)
  const isEmpty = useMapperState((state) => state.document.rows.length === 0)
  const [undoable, redoable] = [nextUndo(history), nextRedo(history)]

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-3 py-2">
      <Counters />
      <div className="ml-auto flex flex-wrap items-center gap-1">
        <Button size="small" icon={<Sparkles aria-hidden />} onPress={onSuggest} onHoverStart={prepare} onFocus={prepare}>{t('toolbar.suggest')}</Button>
        <Button size="small" icon={<Rows3 aria-hidden />} isDisabled={isEmpty} onPress={() => onOpen('preview')}>{t('toolbar.preview')}</Button>
        <span aria-hidden className="mx-1 h-5 w-px bg-line" />
        <IconButton
          label={undoable ? t('toolbar.undoWhat', { what: changeSentence(t, undoable) }) : t('toolbar.undo')}
          icon={<Undo2 aria-hidden />} isDisabled={!undoable} onPress={actions.undo} className="data-disabled:opacity-40"
        />
        <IconButton
          label={redoable ? t('toolbar.redoWhat', { what: changeSentence(t, redoable) }) : t('toolbar.redo')}
          icon={<Redo2 aria-hidden />} isDisabled={!redoable} onPress={actions.redo} className="data-disabled:opacity-40"
        />
        <span aria-hidden className="mx-1 h-5 w-px bg-line" />
        {onViewChange && (
          <IconButton
            label={view === 'trees' ? t('toolbar.showList') : t('toolbar.showTrees')}
            icon={view === 'trees' ? <Table2 aria-hidden /> : <Workflow aria-hidden />}
            onPress={() => onViewChange(view === 'trees' ? 'list' : 'trees')}
          />
        )}
        <MoreMenu onOpen={onOpen} hasTemplates={hasTemplates} />
        <IconButton label={t('toolbar.shortcuts')} icon={<CircleHelp aria-hidden />} onPress={onHelp} />
      </div>
    </div>
  )
}

/** What concerns the mapping as a whole and is needed now and then. */
function MoreMenu({ onOpen, hasTemplates }: Pick<ToolbarProps, 'onOpen' | 'hasTemplates'>) {
  const t = useTranslations('mapper')
  const { store, actions } = useMapper()
  const isEmpty = useMapperState((state) => state.document.rows.length === 0)
  const name = (ending: string): string => `${(store.get().table ?? 'mapping').replace(/[^\w.-]+/g, '-')}.mapping.${ending}`
  return (
    <MenuButton
      label={t('toolbar.more')} isIconOnly variant="quiet" icon={<Ellipsis aria-hidden />}
      items={[
        { id: 'import', label: t('toolbar.import'), icon: <Upload aria-hidden />, onAction: () => onOpen('import') },
        ...(hasTemplates ? [{ id: 'templates', label: t('toolbar.templates'), icon: <BookMarked aria-hidden />, onAction: () => onOpen('templates') }] : []),
        {
          id: 'json', label: t('toolbar.exportJson'), icon: <Download aria-hidden />, isDisabled: isEmpty,
          onAction: () => saveFile(name('json'), writeMappingJson(store.get().document), 'application/json'),
        },
        {
          id: 'csv', label: t('toolbar.exportCsv'), icon: <Download aria-hidden />, isDisabled: isEmpty,
          onAction: () => saveFile(name('csv'), writeMappingCsv(store.get().document), 'text/csv'),
        },
        { id: 'tests', label: t('toolbar.tests'), icon: <FlaskConical aria-hidden />, onAction: () => onOpen('tests') },
        { id: 'clear', label: t('toolbar.clear'), icon: <Eraser aria-hidden />, isDisabled: isEmpty, isDanger: true, onAction: actions.clear },
      ]}
    />
  )
}

function Counters() {
  const t = useTranslations('mapper')
  const counts = useMapperState((state) => state.counts)
  const open = useMapperState((state) => state.openColumns)
  const worst = useMapperState((state) => problemTone(state.problems))
  const isMissing = counts.requiredMapped < counts.required
  return (
    <fieldset aria-label={t('counters.label')} className="-mx-1 flex min-w-0 flex-wrap items-center gap-1 px-1 @max-2xl:w-full">
      <Counter filter="mapped" label={t('counters.mapped')} figure={String(counts.mapped)} />
      <Counter filter="unmapped" label={t('counters.unmapped')} figure={String(open)} />
      <Counter
        filter="required" label={t('counters.required')} tone={isMissing ? 'text-bad' : undefined}
        figure={t('counters.of', { done: counts.requiredMapped, total: counts.required })}
      />
      <Counter filter="identity" label={t('counters.identity')} figure={t('counters.of', { done: counts.identityMapped, total: counts.identity })} />
      <Counter filter="problems" label={t('counters.problems')} figure={String(counts.problems)} tone={worst} />
    </fieldset>
  )
}

const problemTone = (problems: readonly MappingProblem[]): string | undefined => {
  if (problems.length === 0) return undefined
  return problems.some(({ severity }) => severity === 'error') ? 'text-bad' : 'text-warn'
}

type CounterProps = { filter: MapperFilter; label: string; figure: string; tone?: string | undefined }

/** A figure that filters when pressed, and shows that it does. */
function Counter({ filter, label, figure, tone }: CounterProps) {
  const { store } = useMapper()
  const isOn = useMapperState((state) => state.filter === filter)
  return (
    <ToggleButton
      isSelected={isOn}
      onChange={(next) => store.set({ filter: next ? filter : 'all' })}
      className={cx(
        'flex h-8 shrink-0 items-center gap-1.5 rounded-md border border-transparent px-2 text-13 text-ink-quiet pointer-coarse:h-10',
        'hover:bg-surface-2 data-selected:border-accent data-selected:bg-accent-soft data-selected:text-ink',
      )}
    >
      <span className={cx('font-semibold tabular-nums text-ink', tone)}>{figure}</span>
      {label}
    </ToggleButton>
  )
}
