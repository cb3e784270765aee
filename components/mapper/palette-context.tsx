'use client'

import { createContext, useContext } from 'react'

/**
 * What is asked: a source's target, a target's source (with `rowId`: for a row that has one already), or, to begin with
 * nothing in hand, which target is to be written.
 */
export type PaletteQuestion = { side: 'source' | 'target'; path: string; rowId?: string } | { side: 'new' } | { side: 'many'; paths: readonly string[] }

type PaletteControl = { openPalette: (question: PaletteQuestion) => void }

const PaletteContext = createContext<PaletteControl>({ openPalette: () => undefined })

export const PaletteProvider = PaletteContext.Provider
export const usePalette = (): PaletteControl => useContext(PaletteContext)
