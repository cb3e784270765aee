'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useMapper, useMapperState } from './mapper-context'
import type { Side } from './mapper-store'

/** Why a tree shows nothing, and the one way out of it. */
export function TreeEmpty({ side }: { side: Side }) {
  const t = useTranslations('mapper')
  const { store } = useMapper()
  const isNarrowed = useMapperState((state) => state.queries[side] !== '' || state.filter !== 'all')
  if (!isNarrowed) return <p className="p-4 text-13 text-ink-quiet">{t(side === 'source' ? 'empty.noColumns' : 'empty.noFields')}</p>
  return (
    <div className="flex flex-col items-start gap-3 p-4">
      <p className="text-13 text-ink-quiet">{t('empty.nothingFound')}</p>
      <Button size="small" onPress={() => store.set({ filter: 'all', queries: { ...store.get().queries, [side]: '' } })}>
        {t('empty.showAll')}
      </Button>
    </div>
  )
}
