import { useState } from 'react'
import type { TreeView } from '@/lib/mapping/tree-view'
import { rowByName } from './tree-keys'

/** After this long a letter begins a new word. */
const pauseMs = 1_000

/** Letters typed one after the other go to the row whose name begins so. */
export function useTypeAhead<Field extends { name: string }>(view: TreeView<Field>): (key: string, path: string, atMs: number) => string | undefined {
  const [typed] = useState({ text: '', atMs: -pauseMs })
  return (key, path, atMs) => {
    if (key.length !== 1 || key === ' ') return undefined
    const text = atMs - typed.atMs < pauseMs ? typed.text + key : key
    Object.assign(typed, { text, atMs })
    return rowByName(text, path, view)
  }
}
