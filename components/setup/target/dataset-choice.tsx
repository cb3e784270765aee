'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRead } from '@/components/query/use-read'
import { Callout } from '@/components/ui/callout'
import { RadioCards } from '@/components/ui/radio-cards'
import { SearchField } from '@/components/ui/search-field'
import { StateBadge } from '@/components/ui/state-badge'
import { proposeNames } from '@/lib/flows/propose-names'
import { sourceNameOf } from '@/lib/flows/source-facts'
import { useDraft, useSetup } from '../draft/setup-provider'
import { AdobeRead } from '../frame/adobe-read'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId } from '../frame/step-frame'
import { setupReads } from '../setup-reads'
import type { DatasetView } from '../setup-views'
import { PageButtons } from './page-buttons'
import { TargetText } from './target-text'
import type { TargetForm } from './use-target-form'

/** Where the records are kept: a new dataset, or one that already holds data of the chosen schema. */
export function DatasetChoice({ form }: { form: TargetForm['form'] }) {
  const t = useTranslations('setup.target')
  const { store, stamp } = useSetup()
  const { answers } = useDraft()
  const { datasetId, datasetInProfile: _inProfile, ...target } = answers.target ?? {}
  // A schema that is yet to be built can have no dataset.
  const canReuse = target.schemaMode === 'existing'
  const mode = canReuse ? (target.datasetMode ?? 'new') : 'new'

  function chooseMode(datasetMode: string) {
    if (datasetMode === mode) return
    if (datasetMode === 'existing') return store.update('target', { ...target, datasetMode: 'existing', datasetName: undefined })
    const names = proposeNames(sourceNameOf(answers.source), answers.data?.table ?? '', stamp)
    form.setValue('datasetName', names.dataset)
    store.update('target', { ...target, datasetMode: 'new', datasetName: names.dataset })
  }

  return (
    <div className="flex flex-col gap-4">
      {canReuse && (
        <RadioCards
          id={fieldId('datasetMode')}
          label={t('datasetTitle')}
          isLabelHidden
          columns={2}
          value={mode}
          onChange={chooseMode}
          options={[
            { value: 'new', label: t('datasetNew'), description: t('datasetNewHint') },
            { value: 'existing', label: t('datasetExisting'), description: t('datasetExistingHint') },
          ]}
        />
      )}
      {mode === 'new' ? (
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <TargetText form={form} name="datasetName" label={t('datasetName')} isRequired />
          <TargetText form={form} name="datasetDescription" label={t('datasetDescription')} />
        </div>
      ) : (
        <ExistingDatasets value={datasetId} />
      )}
    </div>
  )
}

function ExistingDatasets({ value }: { value: string | undefined }) {
  const t = useTranslations('setup.target')
  const { answers } = useDraft()
  const problemOf = useProblemOf('target')
  const workspaceId = answers.source?.workspaceId ?? ''
  const schemaId = answers.target?.schemaId
  const datasets = useRead<DatasetView[]>(
    ['setup', 'datasets', workspaceId, schemaId],
    schemaId ? setupReads.datasets(workspaceId, schemaId) : null,
  )
  if (!schemaId) return <Callout tone="quiet">{t('datasetAfterSchema')}</Callout>
  return (
    <AdobeRead read={datasets} label={t('readingDatasets')} rows={3}>
      {(list) =>
        list.length === 0 ? (
          <div id={fieldId('datasetId')} tabIndex={-1}>
            <Callout tone="info" title={t('noDatasetsTitle')}>
              {t('noDatasetsBody')}
            </Callout>
          </div>
        ) : (
          <DatasetList list={list} value={value} errorMessage={problemOf('datasetId')} />
        )
      }
    </AdobeRead>
  )
}

/** From here on a search field is worth its place; so many stand on one page. */
const searchFrom = 8
const pageSize = 24

type DatasetListProps = { list: readonly DatasetView[]; value: string | undefined; errorMessage: string | undefined }

/** The datasets of the schema, found by typing, a page at a time. */
function DatasetList({ list, value, errorMessage }: DatasetListProps) {
  const t = useTranslations('setup.target')
  const { store } = useSetup()
  const [query, setQuery] = useState('')
  const [page, setPage] = useState(1)
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = list.filter(({ id, name }) => words.every((word) => `${name} ${id}`.toLowerCase().includes(word)))
  const pageCount = Math.max(1, Math.ceil(found.length / pageSize))
  const at = Math.min(page, pageCount)
  const chosen = list.find(({ id }) => id === value)
  const shown = found.slice((at - 1) * pageSize, at * pageSize)
  return (
    <div className="flex flex-col gap-2">
      {list.length >= searchFrom && (
        <SearchField
          label={t('searchDatasets')}
          value={query}
          onChange={(text) => {
            setQuery(text)
            setPage(1)
          }}
        />
      )}
      {list.length >= searchFrom && (
        <p role="status" className="text-12 text-ink-quiet">
          {t('datasetCount', { count: found.length })}
        </p>
      )}
      {chosen && !shown.includes(chosen) && <Callout tone="quiet">{t('chosenElsewhere', { title: chosen.name })}</Callout>}
      {found.length === 0 && <Callout tone="quiet">{t('noDatasetFound', { query: query.trim() })}</Callout>}
      {shown.length > 0 && (
        <RadioCards
          id={fieldId('datasetId')}
          label={t('datasetExisting')}
          isLabelHidden
          isRequired
          columns={2}
          value={value ?? null}
          errorMessage={errorMessage}
          onChange={(id) => {
            const dataset = list.find((one) => one.id === id)
            store.update('target', {
              ...store.getState().answers.target,
              datasetMode: 'existing',
              datasetId: id,
              datasetName: dataset?.name,
              datasetInProfile: dataset?.isProfileEnabled === true,
            })
          }}
          options={shown.map(({ id, name, isProfileEnabled }) => ({
            value: id,
            label: name,
            description: <code className="text-12">{id}</code>,
            ...(isProfileEnabled ? { aside: <StateBadge tone="info">{t('profile')}</StateBadge> } : {}),
          }))}
        />
      )}
      <PageButtons page={at} pageCount={pageCount} onChange={setPage} />
    </div>
  )
}
