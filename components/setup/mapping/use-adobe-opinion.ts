'use client'

import { useCallback, useRef, useState } from 'react'
import { compareOpinion, type OpinionDifference } from '@/lib/mapping/compare-opinion'
import type { ExplainedError } from '@/lib/explained-error'
import type { MappingDocument } from '@/lib/mapping/mapping-document'
import { previewRecord } from '@/lib/mapping/preview-document'
import type { XdmField } from '@/lib/xdm/field'
import { indexFields } from '@/lib/xdm/field-index'
import { useSetup } from '../draft/setup-provider'
import type { OpinionState } from './adobe-opinion'

const askedRows = 20

type Question = { document: MappingDocument; targets: readonly XdmField[]; rows: readonly Record<string, unknown>[] }

/** As many as the action takes. */
const askedExpressions = 25

/**
 * Asks Adobe about a mapping before the wizard goes on. The whole mapping can only be asked about where the schema exists;
 * of one that is still to be built Adobe checks the calculated fields, and the rest is checked here alone.
 */
export function useAdobeOpinion() {
  const { actions, store } = useSetup()
  const [opinion, setOpinion] = useState<OpinionState>()
  /** The mapping whose differences were shown: pressed again, the person has seen them. */
  const seen = useRef<MappingDocument>(undefined)

  /** Adobe being out of reach is no fault of the mapping: said once, it holds nobody up. */
  function unanswered(error: ExplainedError, document: MappingDocument): boolean {
    setOpinion({ error })
    const isSeen = seen.current === document
    seen.current = document
    return isSeen
  }

  async function askAboutExpressions(workspaceId: string, document: MappingDocument, row: Record<string, unknown> | undefined): Promise<boolean> {
    const calculated = document.rows.filter(({ sourceType }) => sourceType === 'EXPRESSION').slice(0, askedExpressions)
    if (calculated.length === 0) return true
    const answer = await actions.askExpressions({ workspaceId, expressions: calculated.map(({ source }) => source), ...(row ? { row } : {}) })
    if (!answer.ok) return unanswered(answer.error, document)
    const differences = calculated.flatMap(({ id, destination, source }, at): OpinionDifference[] => {
      const objection = answer.data[at]
      return objection == null ? [] : [{ kind: 'refused', rowId: id, destination, message: objection || source }]
    })
    setOpinion({ differences, rows: 0, calculated: calculated.length })
    // Which of its two forms of answer means what is not documented for certain: shown once, it holds nobody up.
    const isSeen = differences.length === 0 || seen.current === document
    seen.current = document
    return isSeen
  }

  /** True when there is nothing that has to be seen first. */
  async function ask({ document, targets, rows }: Question): Promise<boolean> {
    const { source, target } = store.getState().answers
    if (!source?.workspaceId) return true
    if (target?.schemaMode === 'build') return askAboutExpressions(source.workspaceId, document, rows[0])
    if (!target?.schemaId) return true
    const asked = rows.slice(0, askedRows)
    const answer = await actions.askMapping({ workspaceId: source.workspaceId, schemaId: target.schemaId, document: { version: 1, rows: document.rows }, rows: asked })
    if (!answer.ok) return unanswered(answer.error, document)
    const now = Date.now()
    const previews = asked.map((row) => previewRecord(document, row, { targets, targetIndex: indexFields(targets) }, now))
    const differences = compareOpinion(document, previews, answer.data)
    setOpinion({ differences, rows: asked.length })
    if (differences.some(({ kind }) => kind === 'refused')) return false
    const isSeen = differences.length === 0 || seen.current === document
    seen.current = document
    return isSeen
  }

  const forget = useCallback(() => setOpinion(undefined), [])
  return { opinion, ask, forget }
}
