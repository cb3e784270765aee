'use client'

import { Link2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { carriedName } from './field-words'
import { useMapper, useMapperState } from './mapper-context'

/** While something is picked up with the keyboard or a press: what it is, what to do next, and the way out. */
export function CarryStrip() {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const carried = useMapperState((state) => (state.carried?.by === 'keyboard' ? state.carried : undefined))
  if (!carried) return null
  const name = carriedName(t, carried)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft px-3 py-1.5 text-13">
      <Link2 aria-hidden className="text-accent" />
      <span className="min-w-0 flex-1">{carried.side === 'source' ? t('carry.toTarget', { name }) : t('carry.toSource', { name })}</span>
      <Button size="small" variant="quiet" onPress={actions.letGo}>{t('carry.cancel')}</Button>
    </div>
  )
}
