import { z } from 'zod'
import { draftAnswers } from '@/lib/flows/draft-answers'
import type { BackupBox } from './draft-store'

const backup = z.object({ revision: z.number().int(), sections: draftAnswers })

/** What of a draft could not be saved, in this browser's own storage. Answers hold no secrets. Does without where storage is refused. */
export function browserBackup(draftId: string): BackupBox {
  const key = `tributary-unsaved-${draftId}`
  return {
    read: () => {
      try {
        const text = window.localStorage.getItem(key)
        return text === null ? undefined : backup.parse(JSON.parse(text))
      } catch {
        return undefined
      }
    },
    write: (value) => quietly(() => window.localStorage.setItem(key, JSON.stringify(value))),
    clear: () => quietly(() => window.localStorage.removeItem(key)),
  }
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Storage is full or forbidden: the page itself still holds the answers.
  }
}
