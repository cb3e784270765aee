import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { announce } from '@/components/ui/live-region'
import { createMapperVoice, type MapperVoice } from './mapper-voice'

/** The studio's sentences: every change to a screen reader, a refusal to everybody until the next change. */
export function useMapperVoice(): { voice: MapperVoice; refusal: string | undefined; dismiss: () => void } {
  const t = useTranslations('mapper')
  const [refusal, setRefusal] = useState<string>()
  const voice = useMemo(() => createMapperVoice({ t, announce, show: setRefusal }), [t])
  return { voice, refusal, dismiss: () => setRefusal(undefined) }
}
