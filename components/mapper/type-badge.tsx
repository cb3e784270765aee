import {
  Braces, Brackets, Calendar, CalendarClock, CircleHelp, Hash, List, ToggleLeft, Type, type LucideIcon,
} from 'lucide-react'
import type { SourceType } from '@/lib/mapping/mapping-document'
import type { XdmType } from '@/lib/xdm/field'

const shapes: Record<XdmType | SourceType, LucideIcon> = {
  string: Type, number: Hash, integer: Hash, long: Hash, short: Hash, byte: Hash, boolean: ToggleLeft, date: Calendar,
  'date-time': CalendarClock, object: Braces, array: Brackets, map: List, unknown: CircleHelp,
}

type TypeBadgeProps = { type: XdmType | SourceType; word: string; isWordHidden?: boolean }

/** A type: its shape and its word, quiet, since every row has one. */
export function TypeBadge({ type, word, isWordHidden = false }: TypeBadgeProps) {
  const Shape = shapes[type]
  return (
    <span title={isWordHidden ? word : undefined} className="inline-flex shrink-0 items-center gap-1 text-12 text-ink-quiet">
      <Shape aria-hidden className="size-3.5" />
      <span className={isWordHidden ? 'sr-only' : undefined}>{word}</span>
    </span>
  )
}
