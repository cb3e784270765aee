'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRead } from '@/components/query/use-read'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { SearchField } from '@/components/ui/search-field'
import { StateBadge } from '@/components/ui/state-badge'
import { useDraft, useSetup } from '../draft/setup-provider'
import { AdobeRead } from '../frame/adobe-read'
import { fieldId } from '../frame/step-frame'
import { setupReads } from '../setup-reads'
import type { FieldGroupView } from '../setup-views'

/** Which field groups the schema has: those that extend its class, the advised ones first, none twice. */
export function FieldGroupChoice({ classId, suggested }: { classId: string; suggested: readonly string[] }) {
  const t = useTranslations('setup.target')
  const { store } = useSetup()
  const { answers } = useDraft()
  const [query, setQuery] = useState('')
  const workspaceId = answers.source?.workspaceId ?? ''
  const chosen = answers.target?.fieldGroupIds ?? []
  const groups = useRead<FieldGroupView[]>(['setup', 'field-groups', workspaceId, classId], setupReads.fieldGroups(workspaceId, classId), {
    staleTime: 600_000,
  })

  function set(id: string, isChosen: boolean) {
    const { target } = store.getState().answers
    const others = (target?.fieldGroupIds ?? []).filter((each) => each !== id)
    store.update('target', { ...target, fieldGroupIds: isChosen ? [...others, id] : others })
  }

  return (
    <div className="flex min-w-0 flex-col gap-2" id={fieldId('fieldGroupIds')}>
      <h3 className="text-13 font-semibold">{t('groupsChosen', { count: chosen.length })}</h3>
      <AdobeRead read={groups} label={t('readingGroups')} rows={6}>
        {(list) => {
          const strangers = chosen.filter((id) => !list.some((group) => group.id === id))
          const words = query.toLowerCase().split(/\s+/).filter(Boolean)
          const found = list.filter(({ title, description = '' }) => words.every((word) => `${title} ${description}`.toLowerCase().includes(word)))
          const order = ({ id }: FieldGroupView) => (suggested.includes(id) ? 0 : 1)
          const sorted = [...found].sort((a, b) => order(a) - order(b))
          return (
            <>
              {strangers.map((id) => (
                <Callout
                  key={id}
                  tone="warn"
                  title={t('strangerTitle', { name: id.split('/').at(-1) ?? id })}
                  actions={
                    <Button size="small" icon={<X aria-hidden />} onPress={() => set(id, false)}>
                      {t('takeOut')}
                    </Button>
                  }
                >
                  {t('strangerBody')}
                </Callout>
              ))}
              {list.length > 8 && <SearchField label={t('searchGroups')} value={query} onChange={setQuery} />}
              {list.length === 0 && <Callout tone="quiet">{t('noGroups')}</Callout>}
              <ul className="relative max-h-[28rem] divide-y divide-line overflow-auto rounded-md border border-line bg-surface-1 empty:hidden">
                {sorted.map(({ id, title, description, isOwn }) => (
                  <li key={id} className="flex items-start gap-3 px-3 py-2">
                    <Checkbox
                      className="min-w-0 flex-1"
                      label={<span className="font-medium">{title}</span>}
                      description={description}
                      value={chosen.includes(id)}
                      onChange={(isChosen) => set(id, isChosen)}
                    />
                    {suggested.includes(id) ? <StateBadge tone="good">{t('suggested')}</StateBadge> : isOwn && <StateBadge tone="info">{t('own')}</StateBadge>}
                  </li>
                ))}
              </ul>
              {list.length > 0 && found.length === 0 && <p className="text-13 text-ink-quiet">{t('noGroupFound', { query })}</p>}
            </>
          )
        }}
      </AdobeRead>
    </div>
  )
}
