'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useDeferredValue, useEffect, useMemo } from 'react'
import { MappingStudio } from '@/components/mapper/mapping-studio'
import type { OtherMapping } from '@/components/mapper/mapper-store'
import { useRead } from '@/components/query/use-read'
import type { SummaryProblem } from '@/components/ui/error-summary'
import { judgeMapping } from '@/lib/flows/judge-mapping'
import { mappingKey } from '@/lib/flows/mapping-key'
import { checkMapping, type MappingFacts } from '@/lib/mapping/checks'
import { emptyMapping, type MappingDocument } from '@/lib/mapping/mapping-document'
import { problemSentence } from '@/lib/mapping/problem-sentence'
import { sourceFieldsFromColumns } from '@/lib/mapping/source-fields'
import type { XdmField } from '@/lib/xdm/field'
import { useTableDetail } from '../data/use-table-detail'
import { useDraft, useSetup } from '../draft/setup-provider'
import { AdobeRead } from '../frame/adobe-read'
import { fieldId, StepFrame } from '../frame/step-frame'
import { setupReads } from '../setup-reads'
import { useTargetTree } from '../target/use-target-tree'
import { AdobeOpinion } from './adobe-opinion'
import { StarterOffer } from './starter-offer'
import { TemplateOffer } from './template-offer'
import { useAdobeOpinion } from './use-adobe-opinion'
import { useTemplateShelf } from './use-template-shelf'

/** How many of the errors the summary names; the studio shows all of them where they are. */
const namedErrors = 5

/** Which column is written to which path. */
export function MappingStep() {
  const t = useTranslations('setup.mapping')
  const m = useTranslations('mapper')
  const { store, draftId } = useSetup()
  const { answers } = useDraft()
  const tree = useTargetTree()
  const { data: detail } = useTableDetail(answers.data?.table)
  const columns = answers.data?.columns
  const rows = detail?.rows
  const sources = useMemo(() => sourceFieldsFromColumns(columns ?? [], rows ?? []), [columns, rows])
  const document = answers.mapping?.document ?? emptyMapping
  useVerdict({ document: useDeferredValue(document), sources, targets: tree.data ?? noFields }, tree.data !== undefined)

  const { opinion, ask, forget } = useAdobeOpinion()
  const change = useCallback(
    (next: MappingDocument) => {
      store.update('mapping', { ...store.getState().answers.mapping, document: next })
      forget()
    },
    [store, forget],
  )
  const sourceKey = answers.source?.sourceKey
  const { data: others } = useRead<OtherMapping[]>(['setup', 'mappings', sourceKey], sourceKey ? setupReads.mappings(sourceKey) : null, { staleTime: 60_000 })
  const templates = useTemplateShelf(sourceKey, answers.data?.table)

  /** The verdict of this very moment, and the errors by name. Without the fields nothing can be said: the step waits. */
  async function validate(): Promise<SummaryProblem[]> {
    if (!tree.data) return [{ fieldId: fieldId('document'), message: t('fieldsNotRead') }]
    const { answers: now } = store.getState()
    const facts = { document: now.mapping?.document ?? emptyMapping, sources, targets: tree.data }
    const problems = checkMapping(facts)
    const key = mappingKey(now.data, now.target)
    if (key && now.mapping?.document) store.update('mapping', { ...now.mapping, verdict: judgeMapping(facts, key) })
    const errors = problems
      .filter(({ severity }) => severity === 'error')
      .slice(0, namedErrors)
      .map((problem) => ({ fieldId: fieldId('document'), message: problemSentence(m, problem) }))
    if (errors.length > 0 || await ask({ ...facts, rows: rows ?? [] })) return errors
    return [{ fieldId: fieldId('opinion'), message: t('opinion.look') }]
  }

  return (
    <StepFrame step="mapping" title={t('title')} lead={t('lead')} isWide validate={validate}>
      <div id={fieldId('opinion')} tabIndex={-1}>{opinion && <AdobeOpinion state={opinion} />}</div>
      <AdobeRead read={tree} label={t('readingFields')} rows={10}>
        {(targets) => (
          <>
            <TemplateOffer facts={{ document, sources, targets }} shelf={templates} onTake={change} />
            <StarterOffer facts={{ document, sources, targets }} sourceKey={sourceKey} object={answers.data?.table} onTake={change} />
            <div id={fieldId('document')} tabIndex={-1} className="h-[max(32rem,calc(100dvh-17.5rem))]">
              <MappingStudio
                sources={sources} targets={targets} document={document} onChange={change} otherMappings={others} table={answers.data?.table}
                templates={templates} historyName={draftId} {...(rows ? { sampleRows: rows } : {})}
              />
            </div>
          </>
        )}
      </AdobeRead>
      {answers.target?.schemaMode === 'build' && <p className="measure mt-3 text-13 text-ink-quiet">{t('opinion.notBuilt')}</p>}
    </StepFrame>
  )
}

const noFields: readonly XdmField[] = []

/** Keeps the verdict beside the document, so that the summary counts right on every step and the next one knows whether to open. */
function useVerdict(facts: MappingFacts, isKnown: boolean) {
  const { store } = useSetup()
  const { document, sources, targets } = facts
  useEffect(() => {
    const { mapping, data, target } = store.getState().answers
    const key = mappingKey(data, target)
    // A newer document is on its way here; its own turn comes.
    if (!isKnown || !key || mapping?.document !== document) return
    const verdict = judgeMapping({ document, sources, targets }, key)
    if (JSON.stringify(verdict) !== JSON.stringify(mapping.verdict)) store.update('mapping', { ...mapping, verdict })
  }, [document, isKnown, sources, store, targets])
}
