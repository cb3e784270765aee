'use client'

import { keepPreviousData } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import { useRead } from '@/components/query/use-read'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { RadioCards } from '@/components/ui/radio-cards'
import { SearchField } from '@/components/ui/search-field'
import { Section } from '@/components/ui/section'
import { StateBadge } from '@/components/ui/state-badge'
import { findSource } from '@/lib/sources/catalogue'
import { objectHintFor } from '@/lib/sources/object-hint'
import { useDraft, useSetup } from '../draft/setup-provider'
import { AdobeRead } from '../frame/adobe-read'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId } from '../frame/step-frame'
import { setupReads } from '../setup-reads'
import type { SchemaPage, SchemaView } from '../setup-views'
import { FieldTree } from './field-tree'
import { PageButtons } from './page-buttons'
import { useTargetTree } from './use-target-tree'

/** An existing schema, found by typing, a page at a time; its fields are shown when chosen. */
export function SchemaPicker() {
  const t = useTranslations('setup.target')
  const { store } = useSetup()
  const { answers } = useDraft()
  const problemOf = useProblemOf('target')
  const [query, setQuery] = useState('')
  const [page, setPage] = useState(1)
  const [fresh, setFresh] = useState('')
  const search = useDeferredValue(query.trim())
  const { workspaceId = '', sourceKey = '' } = answers.source ?? {}
  const target = answers.target ?? {}
  const hint = objectHintFor(findSource(sourceKey), answers.data?.table)
  const asked = { search, page: String(page), fresh, ...(hint ? { firstClass: hint.classId } : {}) }
  const schemas = useRead<SchemaPage>(['setup', 'schemas', workspaceId, asked], setupReads.schemas(workspaceId, asked), {
    placeholderData: keepPreviousData,
  })
  const tree = useTargetTree()

  function choose({ id, title, classId, isProfileEnabled }: SchemaView) {
    if (id === target.schemaId) return
    // A dataset belongs to one schema: the chosen one is of no use with another.
    const { datasetId: _id, datasetInProfile: _inProfile, ...kept } = target
    const wasExisting = target.datasetMode === 'existing'
    store.update('target', {
      ...kept, schemaId: id, schemaTitle: title, classId, schemaInProfile: isProfileEnabled,
      ...(wasExisting ? { datasetMode: 'existing' as const, datasetName: undefined } : {}),
    })
  }

  return (
    <Section
      title={t('chooseSchema')}
      className="mt-8"
      actions={
        <Button size="small" variant="quiet" icon={<RefreshCw aria-hidden />} isPending={schemas.isFetching} onPress={() => setFresh(String(Date.now()))}>
          {t('refreshSchemas')}
        </Button>
      }
    >
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-2">
          <SearchField
            label={t('searchSchemas')}
            value={query}
            onChange={(text) => {
              setQuery(text)
              setPage(1)
            }}
          />
          <AdobeRead read={schemas} label={t('readingSchemas')} rows={5}>
            {(found) => (
              <>
                <p role="status" className="text-12 text-ink-quiet">
                  {t('schemaCount', { count: found.total })}
                </p>
                {target.schemaId && !found.schemas.some(({ id }) => id === target.schemaId) && (
                  <Callout tone="quiet">{t('chosenElsewhere', { title: target.schemaTitle ?? target.schemaId })}</Callout>
                )}
                {found.schemas.length > 0 ? (
                  <RadioCards
                    id={fieldId('schemaId')}
                    label={t('chooseSchema')}
                    isLabelHidden
                    isRequired
                    value={target.schemaId ?? null}
                    errorMessage={problemOf('schemaId')}
                    onChange={(id) => {
                      const schema = found.schemas.find((each) => each.id === id)
                      if (schema) choose(schema)
                    }}
                    options={found.schemas.map((schema) => ({
                      value: schema.id,
                      label: schema.title,
                      description: [schema.classTitle, schema.description].filter(Boolean).join(' · '),
                      aside: <SchemaMarks schema={schema} isSuggested={schema.classId === hint?.classId} />,
                    }))}
                  />
                ) : (
                  <Callout tone="quiet" title={t('noSchemasTitle')}>
                    {t(search ? 'noSchemaFound' : 'noSchemasBody', { query: search })}
                  </Callout>
                )}
                <PageButtons page={found.page} pageCount={found.pageCount} onChange={setPage} />
              </>
            )}
          </AdobeRead>
        </div>
        {target.schemaId && (
          <div className="min-w-0">
            <h3 className="mb-2 text-13 font-semibold">{t('fieldsOf', { title: target.schemaTitle ?? '' })}</h3>
            <AdobeRead read={tree} label={t('readingFields')} rows={8}>
              {(fields) => <FieldTree fields={fields} label={t('fieldsOf', { title: target.schemaTitle ?? '' })} />}
            </AdobeRead>
          </div>
        )}
      </div>
    </Section>
  )
}

function SchemaMarks({ schema, isSuggested }: { schema: SchemaView; isSuggested: boolean }) {
  const t = useTranslations('setup.target')
  return (
    <span className="flex shrink-0 flex-col items-end gap-1">
      {isSuggested && <StateBadge tone="good">{t('suggested')}</StateBadge>}
      {schema.isProfileEnabled && <StateBadge tone="info">{t('profile')}</StateBadge>}
    </span>
  )
}
