import type { DocumentProblem } from '@/lib/flows/document-problem'

/** A document that cannot be read as one; all its faults at once. */
export class FaultyDocument extends Error {
  constructor(readonly problems: DocumentProblem[]) {
    super('faulty-document')
    this.name = 'FaultyDocument'
  }
}
