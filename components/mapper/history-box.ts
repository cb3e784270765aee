import type { MappingHistory } from '@/lib/mapping/history'
import { keepHistory, keptHistory, restoreHistory } from '@/lib/mapping/kept-history'

export type HistoryBox = { read: () => MappingHistory | undefined; write: (history: MappingHistory) => void }

const stepsMax = 200
/** A browser gives an origin about five million characters; a history takes a fifth of it at most. */
const charactersMax = 1_000_000

/** The steps of one mapping in this tab, so that a reload does not end undo. Does without where storage is refused. */
export function historyBox(name: string): HistoryBox {
  const key = `tributary-mapping-history-${name}`
  return {
    read: () => {
      try {
        const text = window.sessionStorage.getItem(key)
        return text === null ? undefined : restoreHistory(keptHistory.parse(JSON.parse(text)))
      } catch {
        return undefined
      }
    },
    write: (history) => {
      try {
        for (let steps = stepsMax; steps >= 1; steps = Math.floor(steps / 2)) {
          const text = JSON.stringify(keepHistory(history, steps))
          if (text.length <= charactersMax) return window.sessionStorage.setItem(key, text)
        }
        window.sessionStorage.removeItem(key)
      } catch {
        // Storage is full or forbidden: the page itself still has the history.
      }
    },
  }
}
