'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import type { MappingRow } from '@/lib/mapping/mapping-document'
import { findField } from '@/lib/xdm/field-index'
import { mapKeySegment } from '@/lib/xdm/xdm-path'
import { useMapper } from './mapper-context'

/** The target path as text: for another item of a list, the key of a map, or whoever knows the path by heart. */
export function DestinationField({ row }: { row: MappingRow }) {
  const t = useTranslations('mapper')
  const { store, actions } = useMapper()
  const [path, setPath] = useState(row.destination)
  const wanted = path.trim()
  const isChanged = wanted !== row.destination
  const error = !isChanged ? undefined
    : wanted.includes(mapKeySegment) ? t('inspector.nameKey')
      : findField(store.get().targetIndex, wanted) ? undefined : t('inspector.noSuchPath')

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (isChanged && !error) actions.changeDestination(row, wanted)
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <TextField
        label={t('inspector.target')} value={path} onChange={setPath} isMono autoComplete="off" errorMessage={error}
        description={row.destination.includes(mapKeySegment) ? t('inspector.keyHint') : undefined}
      />
      {isChanged && !error && <div><Button type="submit" size="small" variant="primary">{t('inspector.changePath')}</Button></div>}
    </form>
  )
}
