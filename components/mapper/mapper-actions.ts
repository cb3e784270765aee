import * as commands from '@/lib/mapping/commands'
import { fitOf } from '@/lib/mapping/compatibility'
import { destinationFor } from '@/lib/mapping/destination-path'
import { nextRedo, nextUndo, record, redo, startHistory, undo, type MappingChange } from '@/lib/mapping/history'
import { joinColumns } from '@/lib/mapping/join-columns'
import type { MappingDocument, MappingRow, SourceField } from '@/lib/mapping/mapping-document'
import { acceptTest, keepAsTest, removeTest, type MappingTest } from '@/lib/mapping/mapping-test'
import type { ProblemFix } from '@/lib/mapping/problem-fix'
import type { MappingLink } from '@/lib/mapping/mapping-links'
import { pairChildren, type Pair } from '@/lib/mapping/pair-children'
import type { MappingSuggestion } from '@/lib/mapping/suggest/suggest-mapping'
import type { XdmField } from '@/lib/xdm/field'
import { carriedFit } from './carried-fit'
import { derive, otherSide, type Carried, type Chosen, type MapperFacts, type MapperStore, type Side } from './mapper-store'
import type { MapperVoice } from './mapper-voice'
import type { TreeHandle } from './tree-handle'

type Wiring = {
  store: MapperStore
  trees: Record<Side, TreeHandle>
  voice: MapperVoice
  onChange: (document: MappingDocument) => void
}

export type MapperActions = ReturnType<typeof createMapperActions>

/** Everything a person can do in the studio, whatever they do it with. */
export function createMapperActions({ store, trees, voice, onChange }: Wiring) {
  function apply(after: MappingDocument, change: MappingChange, rowId?: string): void {
    const { history } = store.get()
    const next = record(history, after, change)
    if (next === history) return
    store.set({ ...derive(store.get(), next), ...(rowId ? { chosen: { side: 'link', rowId } satisfies Chosen } : {}) })
    forgetGone()
    voice.changed(change)
    onChange(after)
  }

  function travel(step: typeof undo, said: MappingChange | undefined, say: (change: MappingChange) => void): void {
    if (!said) return
    const next = step(store.get().history)
    store.set(derive(store.get(), next))
    forgetGone()
    say(said)
    onChange(next.present)
  }

  /** A link that is no more cannot stay chosen; the field it was chosen from can. */
  function forgetGone(): void {
    const { chosen, links } = store.get()
    if (chosen?.rowId === undefined || links.byRow.has(chosen.rowId)) return
    store.set({ chosen: chosen.side === 'link' ? undefined : { side: chosen.side, path: chosen.path } })
  }

  const rowWriting = (document: MappingDocument, destination: string): string | undefined =>
    document.rows.find((row) => row.destination === destination)?.id

  const write = (source: commands.RowSource, destination: string, code: string): void => {
    const { document } = store.get()
    const before = document.rows.find((row) => row.destination === destination)
    const after = commands.writeRow(document, source, destination)
    const change = before
      ? { code: 'replaced', values: { source: source.source, destination, previous: before.source } }
      : { code, values: { source: source.source, destination } }
    apply(after, change, rowWriting(after, destination))
  }

  /** Links a column to a field, or says why not; true when it was done. */
  function link(sourcePath: string, targetPath: string): boolean {
    const { sourceIndex, targetIndex } = store.get()
    const [source, target] = [sourceIndex.get(sourcePath), targetIndex.get(targetPath)]
    if (!source || !target) return false
    const fit = fitOf(source.type, target)
    if (fit.level === 'impossible') {
      voice.refused(source.path, target.path, fit)
      return false
    }
    const pairs = source.children.length > 0 && target.children.length > 0 ? pairChildren(source, target) : []
    if (pairs.length > 0) return pair(source.path, target.path, pairs)
    write({ sourceType: 'ATTRIBUTE', source: source.path }, destinationFor(source, target), 'linked')
    return true
  }

  /** An object onto an object: its children, each to the one of the same name; what is written already stays. */
  function pair(source: string, target: string, pairs: readonly Pair[]): boolean {
    const { document } = store.get()
    const after = commands.addRows(document, pairs.map((one) => ({ sourceType: 'ATTRIBUTE', source: one.source.path, destination: one.destination })))
    apply(after, { code: 'paired', values: { source, destination: target, count: after.rows.length - document.rows.length } })
    return true
  }

  /** Several columns into one field, joined by a calculated field. */
  function join(sourcePaths: readonly string[], targetPath: string): boolean {
    const { sourceIndex, targetIndex } = store.get()
    const target = targetIndex.get(targetPath)
    const sources = sourcePaths.flatMap((path): SourceField[] => [sourceIndex.get(path) ?? []].flat())
    if (!target || sources.length === 0) return false
    const { fit, expression } = joinColumns(sources, target)
    if (expression === undefined) {
      voice.refused(sourcePaths.join(', '), target.path, fit)
      return false
    }
    write({ sourceType: 'EXPRESSION', source: expression }, destinationOf(targetPath), 'joined')
    return true
  }

  /** One column into several fields, those it fits. */
  function spread(sourcePath: string, targetPaths: readonly string[]): boolean {
    const { sourceIndex, targetIndex, document } = store.get()
    const source = sourceIndex.get(sourcePath)
    const targets = targetPaths.flatMap((path): XdmField[] => [targetIndex.get(path) ?? []].flat())
    const fitting = source ? targets.filter((target) => fitOf(source.type, target).level !== 'impossible') : []
    const [refused] = targets
    if (!source || fitting.length === 0) {
      if (source && refused) voice.refused(source.path, refused.path, fitOf(source.type, refused))
      return false
    }
    const after = fitting.reduce((now, target) => commands.addLink(now, source.path, destinationFor(source, target)), document)
    apply(after, { code: 'spread', values: { source: source.path, count: fitting.length } })
    return true
  }

  /** Puts fields of one side onto a field of the other; true when it was done. */
  function put(side: Side, paths: readonly string[], onto: string): boolean {
    const [only] = paths
    if (only === undefined) return false
    if (paths.length === 1) return side === 'source' ? link(only, onto) : link(onto, only)
    return side === 'source' ? join(paths, onto) : spread(onto, paths)
  }

  /** Says why what is carried was not taken where it was let go. */
  function refuse(path: string): void {
    const { carried } = store.get()
    const fit = carried && carriedFit(store.get(), otherSide(carried.side), path)
    if (!carried || fit?.level !== 'impossible') return
    const names = carried.paths.join(', ')
    if (carried.side === 'source') voice.refused(names, path, fit)
    else voice.refused(path, names, fit)
  }

  /** Chooses several fields of one side together; one of them is chosen as ever. */
  function pick(side: Side, paths: readonly string[]): void {
    const [only] = paths
    if (paths.length > 1) return store.set({ picked: { side, paths }, chosen: undefined })
    if (only !== undefined) return choose({ side, path: only })
    if (store.get().picked || store.get().chosen?.side === side) choose(undefined)
  }

  /** Where a constant or an expression for a field is written. */
  function destinationOf(targetPath: string): string {
    const target = store.get().targetIndex.get(targetPath)
    return target ? destinationFor(undefined, target) : targetPath
  }

  function remove(rowIds: readonly string[]): void {
    const { document, links } = store.get()
    const [first] = rowIds.flatMap((id) => links.byRow.get(id) ?? [])
    if (!first) return
    const values = { count: rowIds.length, source: first.row.source, destination: first.row.destination }
    apply(commands.removeRows(document, rowIds), { code: rowIds.length > 1 ? 'removedMany' : 'removed', values })
  }

  function linksOf(chosen: Chosen | undefined): readonly MappingLink[] {
    const { links } = store.get()
    if (!chosen) return []
    if (chosen.rowId !== undefined) return [links.byRow.get(chosen.rowId) ?? []].flat()
    if (chosen.side === 'link') return []
    return (chosen.side === 'source' ? links.bySource : links.byTarget).get(chosen.path) ?? []
  }

  function choose(chosen: Chosen | undefined): void {
    const isField = chosen !== undefined && chosen.side !== 'link' && chosen.rowId === undefined
    const own = isField ? linksOf(chosen) : []
    const [only] = own
    store.set({ picked: undefined, chosen: isField && only && own.length === 1 ? { ...chosen, rowId: only.row.id } : chosen })
    const [shown] = linksOf(store.get().chosen)
    if (!shown || !chosen) return
    if (chosen.side !== 'source' && shown.sources[0] !== undefined) trees.source.show(shown.sources[0])
    if (chosen.side !== 'target' && shown.target !== undefined) trees.target.show(shown.target)
  }

  function pickUp(carried: Carried): void {
    store.set({ carried })
    if (carried.by === 'keyboard') voice.pickedUp(carried)
  }

  /** Puts what is carried onto a field of the other side; refused, it stays in hand. */
  function dropOn(path: string): boolean {
    const { carried } = store.get()
    if (!carried) return false
    const isDone = put(carried.side, carried.paths, path)
    if (isDone) store.set({ carried: undefined, picked: undefined })
    return isDone
  }

  function letGo(): void {
    const { carried } = store.get()
    if (!carried) return
    store.set({ carried: undefined })
    if (carried.by !== 'keyboard') return
    voice.dropped()
    trees[carried.side].reveal(carried.path, true)
  }

  /** To the other end of the chosen link, with the focus. */
  function goAcross(side: Side, path: string): void {
    const { links } = store.get()
    const [first] = (side === 'source' ? links.bySource : links.byTarget).get(path) ?? []
    const partner = side === 'source' ? first?.target : first?.sources[0]
    if (partner !== undefined) trees[otherSide(side)].reveal(partner, true)
  }

  return {
    link,
    put,
    voiceOver: voice.over,
    refuse,
    pick,
    linksOf,
    choose,
    pickUp,
    dropOn,
    letGo,
    goAcross,
    remove,
    setConstant: (targetPath: string, value: string) =>
      write({ sourceType: 'STATIC', source: value }, destinationOf(targetPath), 'constantSet'),
    setExpression: (targetPath: string, expression: string) =>
      write({ sourceType: 'EXPRESSION', source: expression }, destinationOf(targetPath), 'expressionSet'),
    changeSource: (row: MappingRow, source: commands.RowSource) =>
      apply(commands.changeSource(store.get().document, row.id, source),
        { code: 'sourceChanged', values: { source: source.source, destination: row.destination } }, row.id),
    changeDestination: (row: MappingRow, destination: string) =>
      apply(commands.changeDestination(store.get().document, row.id, destination),
        { code: 'destinationChanged', values: { source: row.source, destination } }, row.id),
    importMapping: (after: MappingDocument, name: string) => apply(after, { code: 'imported', values: { name } }),
    keepTest: (row: MappingTest['row'], name: string, nowMs: number) =>
      apply(keepAsTest(store.get().document, row, name, store.get(), nowMs), { code: 'testKept', values: { name } }),
    acceptTest: ({ id, name }: MappingTest) =>
      apply(acceptTest(store.get().document, id, store.get()), { code: 'testAccepted', values: { name } }),
    removeTest: ({ id, name }: MappingTest) => apply(removeTest(store.get().document, id), { code: 'testRemoved', values: { name } }),
    applyFix: ({ after, code, values }: ProblemFix) =>
      apply(after, { code: 'fixed', values: { ...values, fix: code } }),
    takeSuggestions: (taken: readonly MappingSuggestion[]) =>
      apply(
        commands.addRows(store.get().document, taken.map(({ row, destination }) => ({ ...row, destination }))),
        { code: 'suggestionsTaken', values: { count: taken.length } },
      ),
    clear: () =>
      apply(commands.clearMapping(store.get().document), { code: 'cleared', values: { count: store.get().document.rows.length } }),
    undo: () => travel(undo, nextUndo(store.get().history), voice.undone),
    redo: () => travel(redo, nextRedo(store.get().history), voice.redone),
    /**
     * A document from outside: links that were offered beside the studio, or another tab's. It is a step like others, so
     * that it can be taken back; with other trees what was undone before belongs to what was there before.
     */
    replace: (facts: MapperFacts, document: MappingDocument) => {
      const { history, sources, targets } = store.get()
      const isSameGround = sources === facts.sources && targets === facts.targets
      const kept = history.present === document ? history : isSameGround ? record(history, document, { code: 'given', values: {} }) : startHistory(document)
      store.set({ ...facts, ...derive(facts, kept) })
      forgetGone()
    },
  }
}
