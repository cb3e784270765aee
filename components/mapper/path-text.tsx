import { Fragment } from 'react'
import { splitPath } from '@/lib/xdm/xdm-path'

/** A path that breaks after its dots where it has to break. */
export function PathText({ path }: { path: string }) {
  return (
    <span className="font-mono wrap-anywhere">
      {splitPath(path).map((part, at) => (
        <Fragment key={at}>{at > 0 && <>.<wbr /></>}{part}</Fragment>
      ))}
    </span>
  )
}
