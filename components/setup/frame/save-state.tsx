'use client'

import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useDraft, useSetup } from '../draft/setup-provider'

/** How the draft's saving stands, always in sight: the time of the last save, or that it is not saved and why. */
export function SaveState() {
  const t = useTranslations('setup.draft')
  const format = useFormatter()
  const { store } = useSetup()
  const { save, savedAt, revision } = useDraft()
  const isOnline = useOnline()
  const time = format.dateTime(new Date(savedAt), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

  if (save === 'failed') {
    return (
      <span role="status" className="flex flex-wrap items-center gap-2 text-13 text-bad">
        <CloudOff aria-hidden />
        {t(isOnline ? 'failed' : 'offline')}
        <Button size="small" onPress={() => void store.flush()}>
          {t('saveNow')}
        </Button>
      </span>
    )
  }
  if (save === 'conflict' || save === 'missing') {
    return (
      <span role="status" className="flex items-center gap-1.5 text-13 text-warn">
        <TriangleAlert aria-hidden />
        {t('notSaved')}
      </span>
    )
  }
  return (
    // The zone on the server may not be the reader's; what the browser says stands.
    <span className="flex items-center gap-1.5 text-13 text-ink-quiet" suppressHydrationWarning>
      {save === 'saved' ? <Check aria-hidden className="text-good" /> : <LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" />}
      {save !== 'saved' ? t('saving') : revision === 1 ? t('begun') : t('savedAt', { time })}
    </span>
  )
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(true)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return isOnline
}
