import type { Fit } from '@/lib/mapping/compatibility'
import type { MappingChange } from '@/lib/mapping/history'
import { carriedName, changeSentence, fitSentence, type MapperWords } from './field-words'
import type { Carried } from './mapper-store'

/** Says what happened: to a screen reader always, and on the screen where it was refused. */
export type MapperVoice = {
  changed: (change: MappingChange) => void
  undone: (change: MappingChange) => void
  redone: (change: MappingChange) => void
  refused: (source: string, target: string, fit: Fit) => void
  pickedUp: (carried: Carried) => void
  /** The focus with something in hand came to a field: whether it fits there. */
  over: (path: string, fit: Fit) => void
  dropped: () => void
}

type Speaker = {
  t: MapperWords
  announce: (text: string, urgency?: 'polite' | 'assertive') => void
  /** Shows a refusal on the screen until the next change; undefined takes it away. */
  show: (refusal: string | undefined) => void
}

const lastName = (path: string): string => path.split('.').at(-1) ?? path

/** The studio's sentences. */
export function createMapperVoice({ t, announce, show }: Speaker): MapperVoice {
  // Picking up moves the focus at once, and the sentence about the place would cut off the one about the thing.
  let pickedUp = ''
  const say = (text: string): void => {
    pickedUp = ''
    show(undefined)
    announce(text)
  }
  return {
    changed: (change) => say(changeSentence(t, change)),
    undone: (change) => say(t('voice.undone', { what: changeSentence(t, change) })),
    redone: (change) => say(t('voice.redone', { what: changeSentence(t, change) })),
    refused: (source, target, fit) => {
      const text = t('voice.refused', { source: lastName(source), target: lastName(target), reason: fitSentence(t, fit) })
      show(text)
      announce(text, 'assertive')
    },
    pickedUp: (carried) => {
      const text = t(carried.side === 'source' ? 'voice.sourcePickedUp' : 'voice.targetPickedUp', { name: carriedName(t, carried) })
      say(text)
      pickedUp = text
    },
    over: (path, fit) => {
      const text = t('voice.over', { name: lastName(path), level: t(`levels.${fit.level}`), reason: fitSentence(t, fit) })
      announce(pickedUp === '' ? text : `${pickedUp} ${text}`)
      pickedUp = ''
    },
    dropped: () => say(t('voice.letGo')),
  }
}
