import type { MappingDocument } from '@/lib/mapping/mapping-document'
import type { MappingSuggestion, SuggestProgress } from '@/lib/mapping/suggest/suggest-mapping'
import type { SuggestFacts } from '@/lib/mapping/suggest/suggest-scene'

/** What proposals are wanted for: everything without a link, one column, or one field that needs one. */
export type SuggestQuestion =
  | { about: 'everything'; document: MappingDocument }
  | { about: 'column'; path: string; document: MappingDocument }
  | { about: 'field'; path: string; document: MappingDocument }

/** What goes to the worker. Facts come first and stay until others come; questions are numbered, so that answers find them. */
export type ToWorker =
  | { kind: 'facts'; facts: SuggestFacts }
  | { kind: 'ask'; id: number; question: SuggestQuestion }
  | { kind: 'stop'; id: number }

/** What comes back: any number of steps, then an answer or a failure; nothing more once a question was stopped. */
export type FromWorker =
  | { kind: 'step'; id: number; progress: SuggestProgress }
  | { kind: 'answer'; id: number; found: readonly MappingSuggestion[] }
  | { kind: 'failed'; id: number }
