'use client'

import { useCallback, useRef, useState } from 'react'
import { compareOpinion } from '@/lib/mapping/compare-opinion'
import type { MappingDocument } from '@/lib/mapping/mapping-document'
import { previewRecord } from '@/lib/mapping/preview-document'
import type { XdmField } from '@/lib/xdm/field'
import { indexFields } from '@/lib/xdm/field-index'
import { useSetup } from '../draft/setup-provider'
import type { OpinionState } from './adobe-opinion'

const askedRows = 20

type Question = { document: MappingDocument; targets: readonly XdmField[]; rows: readonly Record<string, unknown>[] }

/**
 * Asks Adobe about a mapping before the wizard goes on. Only a schema that exists can be asked about; one that is still to be
 * built has no id yet, and the mapping is checked here alone.
 */
export function useAdobeOpinion() {
  const { actions, store } = useSetup()
  const [opinion, setOpinion] = useState<OpinionState>()
  /** The mapping whose differences were shown: pressed again, the person has seen them. */
  const seen = useRef<MappingDocument>(undefined)

  /** True when there is nothing that has to be seen first. */
  async function ask({ document, targets, rows }: Question): Promise<boolean> {
    const { source, target } = store.getState().answers
    if (target?.schemaMode === 'build' || !target?.schemaId || !source?.workspaceId) return true
    const asked = rows.slice(0, askedRows)
    const answer = await actions.askMapping({ workspaceId: source.workspaceId, schemaId: target.schemaId, document: { version: 1, rows: document.rows }, rows: asked })
    if (!answer.ok) {
      // Adobe being out of reach is no fault of the mapping: said once, it holds nobody up.
      setOpinion({ error: answer.error })
      const isSeen = seen.current === document
      seen.current = document
      return isSeen
    }
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
