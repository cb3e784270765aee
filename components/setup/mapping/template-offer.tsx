'use client'

import { BookMarked } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { TemplateShelf } from '@/components/mapper/exchange/template-shelf'
import { Button } from '@/components/ui/button'
import type { MappingFacts } from '@/lib/mapping/checks'
import { takeOver } from '@/lib/mapping/exchange/compare-mappings'
import { knownRows } from '@/lib/mapping/exchange/known-rows'
import type { MappingDocument } from '@/lib/mapping/mapping-document'

type TemplateOfferProps = { facts: MappingFacts; shelf: TemplateShelf | undefined; onTake: (next: MappingDocument) => void }

/** Where nothing is mapped yet: the template of this source that most of fits here, in one press. */
export function TemplateOffer({ facts, shelf, onTake }: TemplateOfferProps) {
  const t = useTranslations('setup.mapping.templates')
  const [isDismissed, setDismissed] = useState(false)
  const { document, sources, targets } = facts
  const isEmpty = document.rows.length === 0
  const best = useMemo(() => {
    if (!isEmpty) return undefined
    const fitting = (shelf?.list ?? []).map((template) => ({ template, known: knownRows(template.document, { sources, targets }) }))
    return fitting.filter(({ known }) => known.rows.length > 0).toSorted((a, b) => b.known.rows.length - a.known.rows.length)[0]
  }, [isEmpty, shelf, sources, targets])
  if (isDismissed || !best) return null
  const { template: { name, document: { rows } }, known } = best
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line-strong bg-surface-1 px-4 py-2 text-13">
      <BookMarked aria-hidden className="size-4 shrink-0 text-ink-quiet" />
      <p className="min-w-64 flex-1 wrap-anywhere">{t('offer', { name, fitting: known.rows.length, total: rows.length })}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => onTake(takeOver(document, known, 'missing'))}>{t('take', { count: known.rows.length })}</Button>
        <Button size="small" variant="quiet" onPress={() => setDismissed(true)}>{t('dismiss')}</Button>
      </div>
    </div>
  )
}
