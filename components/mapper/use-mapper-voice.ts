import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { announce } from '@/components/ui/live-region'
import { changeSentence, fitSentence } from './field-words'
import type { MapperVoice } from './mapper-actions'

const lastName = (path: string): string => path.split('.').at(-1) ?? path

/** The studio's sentences: every change to a screen reader, a refusal to everybody until the next change. */
export function useMapperVoice(): { voice: MapperVoice; refusal: string | undefined; dismiss: () => void } {
  const t = useTranslations('mapper')
  const [refusal, setRefusal] = useState<string>()
  const voice = useMemo((): MapperVoice => {
    const say = (text: string) => {
      setRefusal(undefined)
      announce(text)
    }
    return {
      changed: (change) => say(changeSentence(t, change)),
      undone: (change) => say(t('voice.undone', { what: changeSentence(t, change) })),
      redone: (change) => say(t('voice.redone', { what: changeSentence(t, change) })),
      refused: (source, target, fit) => {
        const text = t('voice.refused', { source: lastName(source), target: lastName(target), reason: fitSentence(t, fit) })
        setRefusal(text)
        announce(text, 'assertive')
      },
      pickedUp: ({ side, path }) => say(t(side === 'source' ? 'voice.sourcePickedUp' : 'voice.targetPickedUp', { name: lastName(path) })),
      dropped: () => say(t('voice.letGo')),
    }
  }, [t])
  return { voice, refusal, dismiss: () => setRefusal(undefined) }
}
