'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import type { MappingDocument, SourceField } from '@/lib/mapping/mapping-document'
import { isSameMapping } from '@/lib/mapping/commands'
import type { XdmField } from '@/lib/xdm/field'
import { CarryStrip } from './carry-strip'
import { ImportDialog } from './exchange/import-dialog'
import { TemplatesDialog } from './exchange/templates-dialog'
import type { TemplateShelf } from './exchange/template-shelf'
import { TestsDialog } from './tests/tests-dialog'
import { historyBox } from './history-box'
import { LinkList } from './link-list'
import { useLatest } from './latest'
import { createMapperActions } from './mapper-actions'
import { MapperProvider, type Mapper } from './mapper-context'
import { createMapperStore, readFacts, type OtherMapping } from './mapper-store'
import { PreviewDialog } from './preview/preview-dialog'
import { Palette } from './palette'
import { PaletteProvider, type PaletteQuestion } from './palette-context'
import { ShortcutsDialog } from './shortcuts-dialog'
import { SuggestDialog } from './suggest/suggest-dialog'
import { createSuggestHelper, startSuggestWorker } from './suggest/suggest-helper'
import { MapperToolbar, type MapperView, type StudioDialog } from './toolbar'
import { TreeHandle } from './tree-handle'
import { TreesView } from './trees-view'
import { useMapperVoice } from './use-mapper-voice'
import { useWidth } from './use-width'

export type MappingStudioProps = {
  sources: readonly SourceField[]
  targets: readonly XdmField[]
  document: MappingDocument
  /** Called with every new document; the studio keeps the history for undo. */
  onChange: (document: MappingDocument) => void
  /** Rows of the source's preview, for the values before and after. */
  sampleRows?: readonly Record<string, unknown>[]
  /** Mappings of earlier flows of the same source; has to be the same list while nothing in it changes. */
  otherMappings?: readonly OtherMapping[] | undefined
  /** The name of the table or resource. */
  table?: string | undefined
  /** Where mappings of this source are kept under names; without it nothing is said of templates. */
  templates?: TemplateShelf | undefined
  /** Under which name this tab keeps the steps of undo over a reload; without it they end with the page. */
  historyName?: string | undefined
}

const treesFromPx = 820
const noRows: readonly Record<string, unknown>[] = []
const noMappings: readonly OtherMapping[] = []

/**
 * Maps source columns to XDM paths: two trees with the links between them where there is room, the same as a list
 * everywhere. Fills its parent, which has to have a height.
 */
export function MappingStudio({ sources, targets, document, onChange, sampleRows = noRows, otherMappings = noMappings, table, templates, historyName }: MappingStudioProps) {
  const t = useTranslations('mapper')
  const { voice, refusal, dismiss } = useMapperVoice()
  const facts = useMemo(() => readFacts({ sources, targets, sampleRows, otherMappings, table }), [sources, targets, sampleRows, otherMappings, table])
  const latest = useLatest({ onChange, voice })
  // What the studio itself gave out may come back late or rebuilt; only another's document replaces what is here.
  const [given] = useState(() => new WeakSet<MappingDocument>())
  const [mapper] = useState((): Mapper => {
    const store = createMapperStore(facts, document, historyName === undefined ? undefined : historyBox(historyName).read())
    const trees = { source: new TreeHandle(), target: new TreeHandle() }
    const speak = (): typeof voice => latest.get().voice
    const actions = createMapperActions({
      store,
      trees,
      voice: {
        changed: (change) => speak().changed(change),
        undone: (change) => speak().undone(change),
        redone: (change) => speak().redone(change),
        refused: (source, target, fit) => speak().refused(source, target, fit),
        pickedUp: (carried) => speak().pickedUp(carried),
        over: (path, fit) => speak().over(path, fit),
        dropped: () => speak().dropped(),
      },
      onChange: (next) => {
        given.add(next)
        latest.get().onChange(next)
      },
    })
    return { store, trees, actions, helper: createSuggestHelper(startSuggestWorker) }
  })
  useEffect(() => () => mapper.helper.close(), [mapper])
  useEffect(() => {
    if (historyName === undefined) return undefined
    const keep = () => historyBox(historyName).write(mapper.store.get().history)
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [mapper, historyName])

  useEffect(() => {
    const { store, actions } = mapper
    const isOurs = given.has(document) || isSameMapping(document, store.get().document)
    const { sources: shown, targets: into, sampleRows: rows, otherMappings: others } = store.get()
    const isSameFacts = shown === facts.sources && into === facts.targets && rows === facts.sampleRows && others === facts.otherMappings
    if (!isOurs || !isSameFacts) actions.replace(facts, isOurs ? store.get().document : document)
  }, [mapper, given, facts, document])

  const [box, width] = useWidth()
  const [wanted, setWanted] = useState<MapperView>('trees')
  const [question, setQuestion] = useState<PaletteQuestion>()
  const [isSuggesting, setSuggesting] = useState(false)
  const [isHelping, setHelping] = useState(false)
  const [open, setOpen] = useState<StudioDialog>()
  const hasRoom = width === undefined || width >= treesFromPx
  const view = hasRoom ? wanted : 'list'
  const palette = useMemo(() => ({ openPalette: setQuestion }), [])

  function onKeyDown(event: KeyboardEvent): void {
    if ((event.target as Element).closest('input, textarea, [role="dialog"]')) return
    const key = event.key.toLowerCase()
    const isCommand = event.ctrlKey || event.metaKey
    if (isCommand && key === 'z' && event.shiftKey) mapper.actions.redo()
    else if (isCommand && key === 'z') mapper.actions.undo()
    else if (isCommand && key === 'y') mapper.actions.redo()
    else if (event.key === '?') setHelping(true)
    else return
    event.preventDefault()
  }

  return (
    <MapperProvider value={mapper}>
      <PaletteProvider value={palette}>
        <section
          ref={box} aria-label={t('title')} onKeyDownCapture={onKeyDown}
          className="@container flex h-full min-h-112 min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface-1"
        >
          <MapperToolbar
            view={view} onViewChange={hasRoom ? setWanted : undefined}
            onSuggest={() => setSuggesting(true)} onOpen={setOpen} onHelp={() => setHelping(true)} hasTemplates={templates !== undefined}
          />
          <CarryStrip />
          {refusal !== undefined && (
            <p className="flex items-center gap-3 border-b border-bad bg-bad-soft px-3 py-1.5 text-13">
              <span className="min-w-0 flex-1">{refusal}</span>
              <IconButton size="small" label={t('voice.dismiss')} icon={<X aria-hidden />} onPress={dismiss} />
            </p>
          )}
          {width !== undefined && (view === 'trees' ? <TreesView width={width} /> : <LinkList hasInspector={hasRoom} />)}
        </section>
        <Palette question={question} onAsk={setQuestion} onClose={() => setQuestion(undefined)} />
        <SuggestDialog isOpen={isSuggesting} onClose={() => setSuggesting(false)} />
        <PreviewDialog
          isOpen={open === 'preview'} onClose={() => setOpen(undefined)}
          onShowLink={(rowId) => {
            setOpen(undefined)
            mapper.actions.choose({ side: 'link', rowId })
          }}
        />
        <ImportDialog isOpen={open === 'import'} onClose={() => setOpen(undefined)} />
        {templates && <TemplatesDialog shelf={templates} isOpen={open === 'templates'} onClose={() => setOpen(undefined)} />}
        <TestsDialog isOpen={open === 'tests'} onClose={() => setOpen(undefined)} />
        <ShortcutsDialog isOpen={isHelping} onClose={() => setHelping(false)} />
      </PaletteProvider>
    </MapperProvider>
  )
}
