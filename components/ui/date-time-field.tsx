'use client'

import { parseAbsolute, type ZonedDateTime } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { useTimeZone } from 'next-intl'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { cx } from './cx'
import { FieldLabel, FieldNotes, fieldStyle, inputHeight, type FieldProps } from './field'
import { given } from './given'
import { popoverStyle } from './list-style'

export type DateTimeFieldProps = FieldProps & {
  /** An instant in ISO 8601, e.g. 2026-03-01T09:30:00.000Z; null when empty. */
  value?: string | null | undefined
  onChange?: ((value: string | null) => void) | undefined
  onBlur?: (() => void) | undefined
  /** The zone it is read and written in; the person's own when absent. Always shown. */
  timeZone?: string | undefined
  minValue?: string | undefined
  maxValue?: string | undefined
}

const small = 'flex size-8 items-center justify-center rounded-md text-ink-quiet hover:bg-surface-2 hover:text-ink data-disabled:opacity-40'

/** A moment: date, time to the minute, and the zone they are meant in. */
export function DateTimeField(props: DateTimeFieldProps) {
  const ownZone = useTimeZone() ?? 'UTC'
  const { label, description, errorMessage, isRequired, isDisabled, isReadOnly, className, id, name, onBlur } = props
  const zone = props.timeZone ?? ownZone
  const zoned = (value: string | undefined) => (value === undefined ? undefined : parseAbsolute(value, zone))
  return (
    <DatePicker<ZonedDateTime>
      {...given({ id, name, onBlur, isRequired, isDisabled, isReadOnly })}
      {...given({ minValue: zoned(props.minValue), maxValue: zoned(props.maxValue) })}
      {...(props.value === undefined ? {} : { value: props.value === null ? null : parseAbsolute(props.value, zone) })}
      onChange={(moment) => props.onChange?.(moment === null ? null : moment.toAbsoluteString())}
      granularity="minute"
      hideTimeZone
      // The server and the browser may write "AM" with different spaces, and hours to 24 need no such word.
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx(fieldStyle, className)}
    >
      <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
      <div className="flex flex-wrap items-center gap-2">
        <Group
          className={cx(
            inputHeight,
            'flex w-fit items-center rounded-md border border-line-strong bg-surface-1 pr-0.5 pl-2 hover:border-ink-quiet',
            'focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent data-invalid:border-bad data-disabled:bg-surface-2',
          )}
        >
          <DateInput className="flex text-14 tabular-nums">
            {(segment) => (
              <DateSegment
                segment={segment}
                className="rounded-sm px-0.5 outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-ink-quiet data-focused:data-placeholder:text-on-accent data-[type=literal]:px-0"
              />
            )}
          </DateInput>
          <Button className={cx(small, 'ml-1 size-7')}>
            <CalendarDays aria-hidden />
          </Button>
        </Group>
        <span className="text-13 text-ink-quiet">{zone}</span>
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover className={cx(popoverStyle, 'max-h-none p-3')}>
        <Dialog className="outline-none">
          <Calendar>
            <header className="mb-2 flex items-center justify-between">
              <Button slot="previous" className={small}>
                <ChevronLeft aria-hidden />
              </Button>
              <Heading className="text-14 font-semibold" />
              <Button slot="next" className={small}>
                <ChevronRight aria-hidden />
              </Button>
            </header>
            <CalendarGrid className="text-13 tabular-nums [&_th]:size-8 [&_th]:font-medium [&_th]:text-ink-quiet">
              {(date) => (
                <CalendarCell
                  date={date}
                  className="flex size-8 cursor-pointer items-center justify-center rounded-md outline-none hover:bg-surface-2 data-disabled:cursor-not-allowed data-disabled:text-ink-quiet data-focus-visible:outline-2 data-focus-visible:outline-accent data-outside-month:hidden data-selected:bg-accent data-selected:text-on-accent data-unavailable:line-through"
                />
              )}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
