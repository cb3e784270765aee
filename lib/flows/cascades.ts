import { deltaCandidates, isDateTimeColumn } from './delta-column'
import { chosenColumns } from './choose-columns'
import type { DataAnswers, DraftAnswers } from './draft-answers'
import type { SourceColumn } from './flow-definition'
import { proposeNames, type NameStamp } from './propose-names'
import { sourceKindOf } from './source-facts'

/** What an earlier answer's change took with it. Message keys `setup.lost.<code>`. */
export type Lost = 'connection' | 'schema' | 'class' | 'field-groups' | 'dataset'

export type Cascade = { answers: DraftAnswers; lost: Lost[] }

/** Global definitions are the same in every sandbox; all other ids belong to one. */
const isGlobal = (id: string) => id.startsWith('https://ns.adobe.com/xdm/')

/** Another workspace: names, mapping and schedule stay; what is known there only by an id of the old one is to be chosen again. */
export function changeWorkspace(answers: DraftAnswers, workspaceId: string): Cascade {
  if (answers.source?.workspaceId === workspaceId) return { answers, lost: [] }
  const lost: Lost[] = []
  const { connectionSpec: _spec, baseConnectionId, connectionName: _name, ...source } = answers.source ?? {}
  if (baseConnectionId) lost.push('connection')
  const next: DraftAnswers = { ...answers, source: { ...source, workspaceId } }
  if (answers.target) {
    const { schemaId, datasetId, classId, fieldGroupIds, schemaInProfile: _schema, datasetInProfile: _dataset, ...target } = answers.target
    const keptClass = classId && isGlobal(classId) && target.schemaMode === 'build' ? classId : undefined
    const keptGroups = fieldGroupIds?.filter(isGlobal)
    if (schemaId) lost.push('schema')
    if (target.schemaMode === 'build' && classId && !keptClass) lost.push('class')
    if (keptGroups && keptGroups.length < (fieldGroupIds?.length ?? 0)) lost.push('field-groups')
    if (datasetId) lost.push('dataset')
    next.target = {
      ...target,
      ...(keptClass ? { classId: keptClass } : {}),
      ...(keptGroups ? { fieldGroupIds: keptGroups } : {}),
    }
  }
  if (answers.schedule) {
    const { flowSpec: _flowSpec, ...schedule } = answers.schedule
    next.schedule = schedule
  }
  return { answers: next, lost }
}

/** What a source is by, as a workspace offers it. */
export type SourcePick = { key: string; name: string; kind: 'table' | 'rest'; connectionSpec?: { id: string; version: string } | undefined }

/** Another source: what was read of the former one is forgotten; the account too, unless both have one specification. */
export function chooseSource(answers: DraftAnswers, { key, name, kind, connectionSpec }: SourcePick): DraftAnswers {
  const { workspaceId, sourceKey, baseConnectionId, connectionName, connectionSpec: former } = answers.source ?? {}
  if (sourceKey === key && former?.id === connectionSpec?.id) return answers
  const sharesAccount = former !== undefined && former.id === connectionSpec?.id
  const account = sharesAccount && baseConnectionId ? { baseConnectionId, ...(connectionName ? { connectionName } : {}) } : {}
  const source = {
    ...(workspaceId ? { workspaceId } : {}),
    sourceKey: key,
    sourceName: name,
    sourceKind: kind,
    ...(connectionSpec ? { connectionSpec } : {}),
    ...account,
  }
  if (sourceKey === key || sourceKey === undefined) return { ...answers, source }
  const { flowSpec: _flowSpec, takesDelta: _takesDelta, supportsDrafts: _drafts, ...schedule } = answers.schedule ?? {}
  return { ...answers, source, data: {}, ...(answers.schedule ? { schedule } : {}) }
}

export type Naming = { sourceName: string; stamp: NameStamp }

/**
 * Another table: names that were our proposals follow it, names that a person wrote stay. The old delta column is
 * remembered until the columns come. The mapping stays whole: its rows with columns that are gone are shown as problems there.
 */
export function chooseTable(answers: DraftAnswers, table: string, naming: Naming): DraftAnswers {
  if (answers.data?.table === table) return answers
  const { deltaColumn } = answers.data ?? {}
  const kind = sourceKindOf(answers.source)
  const kept = kind === 'rest' || deltaColumn === undefined ? {} : { deltaColumn }
  return { ...renameAfterTable(answers, table, naming), data: { kind, table, ...kept } }
}

/**
 * A table's columns, as Adobe tells them now, without those that are left out: the delta column stays where they have it,
 * else the best one is proposed.
 */
export function takeColumns(data: DataAnswers, all: SourceColumn[]): DataAnswers {
  const { deltaColumn: previous, ...rest } = data
  if (data.kind === 'rest') return { ...rest, columns: all }
  const columns = chosenColumns(all, data.leftOut)
  const kept = columns.find((column) => column.name === previous && isDateTimeColumn(column))?.name
  // A person may have chosen to go without a delta column; reading the same table again does not undo that.
  const goesWithout = data.columns !== undefined && previous === undefined
  const deltaColumn = kept ?? (goesWithout ? undefined : deltaCandidates(columns)[0]?.name)
  return { ...rest, columns, ...(deltaColumn === undefined ? {} : { deltaColumn }) }
}

function renameAfterTable(answers: DraftAnswers, table: string, { sourceName, stamp }: Naming): DraftAnswers {
  const before = answers.data?.table
  if (!before || before === table) return answers
  const old = proposeNames(sourceName, before, stamp)
  const fresh = proposeNames(sourceName, table, stamp)
  const follow = (name: string | undefined, key: keyof typeof old) => (name === old[key] ? fresh[key] : name)
  const next = { ...answers }
  if (answers.target) {
    const target = { ...answers.target }
    if (target.schemaMode === 'build' && target.schemaTitle) {
      target.schemaTitle = follow(target.schemaTitle, 'targetSchema') ?? target.schemaTitle
    }
    if (target.datasetMode === 'new' && target.datasetName) {
      target.datasetName = follow(target.datasetName, 'dataset') ?? target.datasetName
    }
    if (target.rawSchema?.mode === 'adhoc') {
      target.rawSchema = {
        mode: 'adhoc',
        classTitle: follow(target.rawSchema.classTitle, 'rawClass') ?? target.rawSchema.classTitle,
        schemaTitle: follow(target.rawSchema.schemaTitle, 'rawSchema') ?? target.rawSchema.schemaTitle,
      }
    }
    next.target = target
  }
  if (answers.review?.name) next.review = { ...answers.review, name: follow(answers.review.name, 'flow') ?? answers.review.name }
  return next
}
