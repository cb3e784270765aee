'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { expressionSources } from '@/lib/mapping/expression-row'
import { previewValue, readSource } from '@/lib/mapping/preview-value'
import { sampleText } from '@/lib/mapping/source-fields'
import { useMapper, useMapperState } from '../mapper-context'
import { PreviewAfter } from '../value-preview-list'

const shownRows = 8

/** What an expression makes of the sample rows, beside the values it reads. */
export function ExpressionResults({ expression, targetPath }: { expression: string; targetPath: string }) {
  const t = useTranslations('mapper')
  const { store } = useMapper()
  const rows = useMapperState((state) => state.sampleRows)
  // One clock for the list, so that `now()` is the same in all rows.
  const [nowMs] = useState(() => Date.now())
  const results = useMemo(() => {
    const field = store.get().targetIndex.get(targetPath)
    const reads = expressionSources(expression).slice(0, 4)
    const row = { id: 'typed', sourceType: 'EXPRESSION' as const, source: expression, destination: targetPath }
    return field ? rows.slice(0, shownRows).map((record) => ({
      inputs: reads.map((path) => [path, sampleText(readSource(record, path))] as const),
      preview: previewValue(row, field, record, nowMs),
    })) : []
  }, [store, rows, expression, targetPath, nowMs])
  if (results.length === 0) return <p className="text-13 text-ink-quiet">{t('expression.noRows')}</p>
  return (
    <div>
      <h3 className="text-13 font-medium">{t('expression.results', { count: results.length })}</h3>
      <ul className="mt-1 divide-y divide-line rounded-md border border-line">
        {results.map(({ inputs, preview }, at) => (
          <li key={at} className="px-2 py-1.5 font-mono text-12">
            <span className="block truncate text-ink-quiet">
              {inputs.map(([path, value]) => `${path} = ${value ?? t('preview.nothing')}`).join(', ')}
            </span>
            <span className="block wrap-anywhere text-ink"><PreviewAfter preview={preview} /></span>
          </li>
        ))}
      </ul>
    </div>
  )
}
