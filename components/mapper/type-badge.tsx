import type { SourceType } from '@/lib/mapping/mapping-document'
import type { XdmType } from '@/lib/xdm/field'
import { Drawing, type DrawingName } from './drawing'

const shapes: Record<XdmType | SourceType, DrawingName> = {
  string: 'text', number: 'hash', integer: 'hash', long: 'hash', short: 'hash', byte: 'hash', boolean: 'toggle', date: 'calendar',
  'date-time': 'clock', object: 'braces', array: 'brackets', map: 'list', unknown: 'question',
}

type TypeBadgeProps = { type: XdmType | SourceType; word: string; isWordHidden?: boolean }

/** A type: its shape and its word, quiet, since every row has one. */
export function TypeBadge({ type, word, isWordHidden = false }: TypeBadgeProps) {
  if (isWordHidden) {
    return <span title={word} className="shrink-0 text-ink-quiet"><Drawing name={shapes[type]} label={word} className="size-3.5" /></span>
  }
  return (
    <span className="shrink-0 text-12 whitespace-nowrap text-ink-quiet">
      <Drawing name={shapes[type]} className="mr-1 inline size-3.5 align-[-0.2em]" />
      {word}
    </span>
  )
}
