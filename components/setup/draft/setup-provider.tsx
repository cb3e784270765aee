'use client'

import { useTranslations } from 'next-intl'
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { fetchRead } from '@/components/query/fetch-read'
import type { AdobeCredentialFacts } from '@/lib/adobe/types'
import { announce } from '@/components/ui/live-region'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { nameStamp, type NameStamp } from '@/lib/flows/propose-names'
import type { SetupActions } from '../setup-actions'
import { setupReads } from '../setup-reads'
import { browserBackup } from './backup-box'
import { DraftStore, type DraftSnapshot, type DraftState } from './draft-store'

/** A workspace as the wizard needs it, with what its calls carry: never its secret. */
export type WorkspaceChoice = { id: string; name: string; kind: string; rawSchemaMode: FlowDefinition['rawSchema']['mode'] } & AdobeCredentialFacts

type Setup = {
  draftId: string
  store: DraftStore
  actions: SetupActions
  workspaces: readonly WorkspaceChoice[]
  stamp: NameStamp
  /** The living flow that is being changed, instead of a new one being made. */
  changes?: ChangedFlow | undefined
  /** The group it was begun with. */
  batchId?: string | undefined
}

export type ChangedFlow = { flowId: string; name: string }

const SetupContext = createContext<Setup | undefined>(undefined)

// One store a draft and tab: it outlives its pages, so that going back through the browser's history, which may show an
// older copy of the page, still works on the newest answers.
const stores = new Map<string, DraftStore>()

function storeFor(draft: DraftSnapshot, actions: SetupActions): DraftStore {
  const known = stores.get(draft.id)
  if (known) {
    known.adopt(draft)
    return known
  }
  const save = async (request: Parameters<SetupActions['saveDraft']>[0]) => {
    const answer = await actions.saveDraft(request)
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.data
  }
  const store = new DraftStore(draft, save, browserBackup(draft.id))
  if (typeof window !== 'undefined') stores.set(draft.id, store)
  return store
}

type SetupProviderProps = {
  draft: DraftSnapshot
  createdAt: string
  workspaces: readonly WorkspaceChoice[]
  actions: SetupActions
  changes: ChangedFlow | undefined
  batchId: string | undefined
  children: ReactNode
}

/** Holds the draft for all steps: saves by itself, keeps what could not be saved, and looks for changes made elsewhere. */
export function SetupProvider({ draft, createdAt, workspaces, actions, changes, batchId, children }: SetupProviderProps) {
  const [store] = useState(() => storeFor(draft, actions))
  useCareForDraft(draft.id, store)
  const setup = useMemo(
    () => ({ draftId: draft.id, store, actions, workspaces, stamp: nameStamp(draft.id, createdAt), changes, batchId }),
    [draft.id, store, actions, workspaces, createdAt, changes, batchId],
  )
  return <SetupContext value={setup}>{children}</SetupContext>
}

function useCareForDraft(draftId: string, store: DraftStore) {
  const t = useTranslations('setup')
  useEffect(() => {
    if (store.restoreBackup()) announce(t('draft.restored'))
    const retry = () => void store.flush()
    const leave = (event: BeforeUnloadEvent) => {
      if (store.keepUnsaved()) event.preventDefault()
    }
    const look = () => {
      if (document.visibilityState !== 'visible') return
      fetchRead<DraftSnapshot>(setupReads.draft(draftId)).then(
        (newest) => {
          if (store.adopt(newest)) announce(t('draft.adopted'))
        },
        // Looking for changes is a courtesy; the next save finds out for certain.
        () => undefined,
      )
    }
    window.addEventListener('online', retry)
    window.addEventListener('beforeunload', leave)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      window.removeEventListener('online', retry)
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [draftId, store, t])
}

/** The draft at hand and what can be done with it. Only under a SetupProvider. */
export function useSetup(): Setup {
  const setup = useContext(SetupContext)
  if (!setup) throw new Error('useSetup outside SetupProvider')
  return setup
}

/** The draft's present answers and how its saving stands. */
export function useDraft(): DraftState {
  const { store } = useSetup()
  return useSyncExternalStore(store.subscribe, store.getState, store.getState)
}
