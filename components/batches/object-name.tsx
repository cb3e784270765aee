import { Fragment } from 'react'

/** The path of a table or resource; too long for its line, it breaks between its words. */
export function ObjectName({ value }: { value: string }) {
  return value.split(/(?<=[._/])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
