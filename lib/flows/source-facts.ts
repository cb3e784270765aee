import { findSource } from '@/lib/sources/catalogue'
import type { DraftAnswers, SourceAnswers } from './draft-answers'

/** What people call the source: the catalogue's name, else the one Adobe gave; empty while none is chosen. */
export const sourceNameOf = (source: SourceAnswers | undefined): string =>
  findSource(source?.sourceKey ?? '')?.name ?? source?.sourceName ?? ''

/** How the source is explored. */
export const sourceKindOf = (source: SourceAnswers | undefined): 'table' | 'rest' =>
  findSource(source?.sourceKey ?? '')?.kind ?? source?.sourceKind ?? 'table'

/** Must recurring runs be told new rows from old ones by a column? As the flow specification says, else by the source's kind. */
export const needsDelta = ({ data, schedule }: DraftAnswers): boolean => schedule?.takesDelta ?? data?.kind !== 'rest'

/** Is the flow to be kept as a draft in Adobe, where Adobe supports that? */
export const staysDraft = ({ review, schedule }: DraftAnswers): boolean => review?.asDraft === true && schedule?.supportsDrafts === true
