'use client'

import { Check } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'
import { optionStyle } from './list-style'

/** One choice of a select or a combo box. */
export type Option = { value: string; label: string; description?: string | undefined; isDisabled?: boolean | undefined }

type OptionRowProps = {
  /** The choice's value; the list knows its rows by it and not by their places, so that one may come before the others later. */
  id: string
  option: Option
}

/** A choice in an open list, with its second line and a tick when chosen. */
export function OptionRow({ id, option }: OptionRowProps) {
  return (
    <ListBoxItem id={id} textValue={option.label} isDisabled={option.isDisabled ?? false} className={optionStyle}>
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1">
            <Text slot="label" className="block">
              {option.label}
            </Text>
            {option.description && (
              <Text slot="description" className="block text-12 font-normal text-ink-quiet">
                {option.description}
              </Text>
            )}
          </span>
          <Check aria-hidden className={isSelected ? 'text-accent' : 'invisible'} />
        </>
      )}
    </ListBoxItem>
  )
}
