import { useLayoutEffect, useState } from 'react'

export type Latest<Value> = { get: () => Value; set: (value: Value) => void }

/** A value that is changed without anything being drawn anew. */
export function createLatest<Value>(first: Value): Latest<Value> {
  let value = first
  return {
    get: () => value,
    set: (next) => {
      value = next
    },
  }
}

/** The value of the last render, for things that live longer than one: what they call is never out of date. */
export function useLatest<Value>(value: Value): Latest<Value> {
  const [latest] = useState(() => createLatest(value))
  useLayoutEffect(() => latest.set(value))
  return latest
}
