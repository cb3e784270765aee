'use client'

import { createContext, useContext, useState, useSyncExternalStore } from 'react'
import { createLatest } from './latest'
import type { MapperActions } from './mapper-actions'
import type { MapperState, MapperStore, Side } from './mapper-store'
import type { SuggestHelper } from './suggest/suggest-helper'
import type { TreeHandle } from './tree-handle'

export type Mapper = {
  store: MapperStore
  actions: MapperActions
  /** The two trees as things with a place on the screen, for links, scrolling and focus. */
  trees: Record<Side, TreeHandle>
  /** Answers what might be linked, off this thread. */
  helper: SuggestHelper
}

const MapperContext = createContext<Mapper | undefined>(undefined)

export const MapperProvider = MapperContext.Provider

/** The studio this component stands in; throws outside of one, since nothing could be shown. */
export function useMapper(): Mapper {
  const mapper = useContext(MapperContext)
  if (!mapper) throw new Error('This component belongs inside MappingStudio.')
  return mapper
}

/** A slice of the studio's state. The selector has to give the same reference while nothing changed. */
export function useMapperState<Slice>(select: (state: MapperState) => Slice): Slice {
  const { store } = useMapper()
  const read = () => select(store.get())
  return useSyncExternalStore(store.subscribe, read, read)
}

/**
 * Several values of the state at once, for what is drawn many times over: one listener instead of five. The same object
 * as before while all of its values are the same.
 */
export function useMapperFacts<Facts extends Record<string, unknown>>(select: (state: MapperState) => Facts): Facts {
  const { store } = useMapper()
  const [last] = useState(() => createLatest<Facts | undefined>(undefined))
  const read = (): Facts => {
    const [before, next] = [last.get(), select(store.get())]
    if (before && Object.keys(next).every((name) => Object.is(before[name], next[name]))) return before
    last.set(next)
    return next
  }
  return useSyncExternalStore(store.subscribe, read, read)
}
