import type { DraftAnswers } from '@/lib/flows/draft-answers'
import type { SetupStep } from '@/lib/paths'

/** A draft as the server hands it to the browser. Times are ISO texts. */
export type DraftSnapshot = { id: string; answers: DraftAnswers; revision: number; updatedAt: string; flowId?: string }

export type SaveAnswer =
  | { outcome: 'saved'; revision: number; savedAt: string }
  | { outcome: 'conflict'; theirs: DraftSnapshot }
  | { outcome: 'missing' }

export type SaveDraft = (save: { draftId: string; revision: number; sections: DraftAnswers; step?: SetupStep }) => Promise<SaveAnswer>

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict' | 'missing'

export type DraftState = {
  answers: DraftAnswers
  revision: number
  save: SaveState
  /** Of the last save that the server confirmed. */
  savedAt: string
  flowId?: string
  /** Set while the save is a conflict. */
  theirs?: DraftSnapshot
  /** Grows when answers came from elsewhere, so that forms start anew from them. */
  generation: number
}

/** What could not be saved yet, kept in the browser so that a closed tab loses nothing. */
export type Backup = { revision: number; sections: DraftAnswers }
export type BackupBox = { read: () => Backup | undefined; write: (backup: Backup) => void; clear: () => void }

type Section = keyof DraftAnswers

export const autosaveDelayMs = 600
const retryDelaysMs = [2_000, 5_000, 10_000, 30_000]

/**
 * The answers of one draft in one tab, saved by themselves shortly after the last change, one save at a time. A save says
 * which revision it builds on; when the server has another one, nothing is sent until a person chose whose answers stay.
 */
export class DraftStore {
  private state: DraftState
  private readonly changed = new Set<Section>()
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | undefined
  private failures = 0

  constructor(
    private readonly draft: DraftSnapshot,
    private readonly saveDraft: SaveDraft,
    private readonly backup: BackupBox,
  ) {
    const { answers, revision, updatedAt, flowId } = draft
    this.state = { answers, revision, save: 'saved', savedAt: updatedAt, generation: 0, ...(flowId ? { flowId } : {}) }
  }

  readonly getState = (): DraftState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Replaces one section. Saved within a second after the last change. */
  update<Key extends Section>(section: Key, value: DraftAnswers[Key]): void {
    this.replace({ [section]: value })
  }

  /** Replaces several sections at once, for a change that takes others along. */
  replace(sections: DraftAnswers): void {
    for (const section of Object.keys(sections) as Section[]) this.changed.add(section)
    const blocked = this.state.save === 'conflict' || this.state.save === 'missing'
    this.set({ answers: { ...this.state.answers, ...sections }, ...(blocked ? {} : { save: 'waiting' as const }) })
    if (!blocked) this.schedule(autosaveDelayMs)
  }

  /** Saves now what is not saved yet. True when everything is with the server. */
  async flush(step?: SetupStep): Promise<boolean> {
    clearTimeout(this.timer)
    while (this.running) await this.running
    if (this.changed.size > 0 && this.state.save !== 'conflict' && this.state.save !== 'missing') {
      await this.run(step)
      if (this.changed.size > 0 && this.state.save === 'waiting') return this.flush(step)
    }
    return this.changed.size === 0
  }

  /** Ends a conflict: their answers replace ours, or ours are saved on top of theirs. */
  resolve(choice: 'theirs' | 'mine'): void {
    const { theirs, ...state } = this.state
    if (!theirs) return
    this.state = state
    if (choice === 'theirs') {
      this.changed.clear()
      this.backup.clear()
      this.take(theirs)
      return
    }
    for (const section of Object.keys(this.state.answers) as Section[]) this.changed.add(section)
    this.set({ revision: theirs.revision, save: 'waiting' })
    void this.flush()
  }

  /** Answers that were saved elsewhere, seen when the tab comes to the front. Ignored while something of ours is unsaved. */
  adopt(draft: DraftSnapshot): boolean {
    if (draft.revision <= this.state.revision || this.changed.size > 0 || this.running) return false
    this.take(draft)
    return true
  }

  /** Puts back what an earlier page could not save. On top of a newer revision it is a conflict, decided by the person. */
  restoreBackup(): boolean {
    const kept = this.backup.read()
    if (!kept || this.changed.size > 0) return false
    const theirs: DraftSnapshot = { ...this.draft, answers: this.state.answers, revision: this.state.revision, updatedAt: this.state.savedAt }
    const generation = this.state.generation + 1
    for (const section of Object.keys(kept.sections) as Section[]) this.changed.add(section)
    const answers = { ...this.state.answers, ...kept.sections }
    if (kept.revision === this.state.revision) {
      this.set({ answers, generation, save: 'waiting' })
      this.schedule(0)
    } else {
      this.set({ answers, generation, save: 'conflict', theirs })
    }
    return true
  }

  /** Is there anything a closing tab would lose but for the backup? Writes the backup. */
  keepUnsaved(): boolean {
    if (this.changed.size === 0 && !this.running) return false
    this.backup.write({ revision: this.state.revision, sections: this.sectionsOf(this.changed) })
    return this.changed.size > 0
  }

  private take({ answers, revision, updatedAt }: DraftSnapshot): void {
    this.set({ answers, revision, savedAt: updatedAt, save: 'saved', generation: this.state.generation + 1 })
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), delayMs)
  }

  private run(step: SetupStep | undefined): Promise<void> {
    this.running = this.send(step).finally(() => (this.running = undefined))
    return this.running
  }

  private async send(step: SetupStep | undefined): Promise<void> {
    const sections = this.sectionsOf(this.changed)
    const sent = [...this.changed]
    this.changed.clear()
    this.set({ save: 'saving' })
    try {
      const { revision } = this.state
      const answer = await this.saveDraft({ draftId: this.draft.id, revision, sections, ...(step ? { step } : {}) })
      this.failures = 0
      if (answer.outcome === 'saved') {
        if (this.changed.size === 0) this.backup.clear()
        this.set({ revision: answer.revision, savedAt: answer.savedAt, save: this.changed.size > 0 ? 'waiting' : 'saved' })
        return
      }
      for (const section of sent) this.changed.add(section)
      this.keepUnsaved()
      this.set(answer.outcome === 'conflict' ? { save: 'conflict', theirs: answer.theirs } : { save: 'missing' })
    } catch {
      for (const section of sent) this.changed.add(section)
      this.keepUnsaved()
      this.set({ save: 'failed' })
      this.schedule(retryDelaysMs[Math.min(this.failures++, retryDelaysMs.length - 1)] ?? 30_000)
    }
  }

  private sectionsOf(names: Iterable<Section>): DraftAnswers {
    return Object.fromEntries([...names].map((name) => [name, this.state.answers[name]]))
  }

  private set(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}
