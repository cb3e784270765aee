'use client'

import { Combine, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useMapper, useMapperState } from './mapper-context'
import type { Picked } from './mapper-store'
import { usePalette } from './palette-context'
import { PathText } from './path-text'

const shownPaths = 12

/** Several fields chosen together: what can be done with all of them. */
export function InspectorMany({ picked: { side, paths } }: { picked: Picked }) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const { openPalette } = usePalette()
  const links = useMapperState((state) => state.links)
  const own = side === 'source' ? links.bySource : links.byTarget
  const rowIds = [...new Set(paths.flatMap((path) => (own.get(path) ?? []).map((link) => link.row.id)))]
  return (
    <div className="flex flex-col gap-4 p-4">
      <h3 className="text-14 font-semibold">{t('many.title', { count: paths.length })}</h3>
      <ul className="flex flex-col gap-1 text-13">
        {paths.slice(0, shownPaths).map((path) => <li key={path}><PathText path={path} /></li>)}
        {paths.length > shownPaths && <li className="text-ink-quiet">{t('many.more', { count: paths.length - shownPaths })}</li>}
      </ul>
      <p className="measure text-12 text-ink-quiet">{t(side === 'source' ? 'many.sourceHint' : 'many.targetHint')}</p>
      <div className="flex flex-wrap gap-2">
        {side === 'source' && (
          <Button icon={<Combine aria-hidden />} onPress={() => openPalette({ side: 'many', paths })}>{t('many.join')}</Button>
        )}
        {rowIds.length > 0 && (
          <Button icon={<Trash2 aria-hidden />} onPress={() => actions.remove(rowIds)}>{t('many.remove', { count: rowIds.length })}</Button>
        )}
      </div>
    </div>
  )
}
