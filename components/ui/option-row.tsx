'use client'

import { Check } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'
import { optionStyle } from './list-style'

/** One choice of a select or a combo box. */
export type Option = { value: string; label: string; description?: string | undefined; isDisabled?: boolean | undefined }

/** A choice in an open list, with its second line and a tick when chosen. */
export function OptionRow({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.value} textValue={option.label} isDisabled={option.isDisabled ?? false} className={optionStyle}>
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
