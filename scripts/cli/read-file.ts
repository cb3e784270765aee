import fs from 'node:fs'
import path from 'node:path'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { readDocument } from '@/lib/flows/read-document'
import { readDocuments } from '@/lib/flows/read-documents'
import { CliFailure } from './cli-failure'
import { exitCodes } from './exit-codes'
import { FaultyDocument } from './faulty-document'

/** A path as the person named it, from the folder they stand in. */
export const fromWhereOneStands = (file: string): string => path.resolve(process.env.TRIBUTARY_CWD ?? process.cwd(), file)

/** Whether the word names a file; otherwise it names a flow. `-` is the standard input. */
export const namesFile = (subject: string): boolean => subject === '-' || fs.existsSync(fromWhereOneStands(subject))

/** Reads a document. @throws FaultyDocument with all that is wrong in it; CliFailure where there is no such file */
export function readFile(subject: string): FlowDefinition {
  const read = readDocument(readText(subject))
  if (!read.ok) throw new FaultyDocument(read.error)
  return read.data
}

/** Reads every document of the files, lists of documents included. @throws FaultyDocument with all that is wrong in all of them */
export function readFiles(subjects: readonly string[]): FlowDefinition[] {
  const all = subjects.flatMap((subject) => readDocuments(subject, readText(subject)))
  const places = all.length > 1
  const problems = all.flatMap(({ name, read }) =>
    read.ok ? [] : read.error.map((one) => (places ? { ...one, path: [name, one.path].filter(Boolean).join(' · ') } : one)),
  )
  if (problems.length > 0) throw new FaultyDocument(problems)
  return all.flatMap(({ read }) => (read.ok ? [read.data] : []))
}

function readText(subject: string): string {
  try {
    return fs.readFileSync(subject === '-' ? 0 : fromWhereOneStands(subject), 'utf8')
  } catch {
    throw new CliFailure('documents.cli.noFile', { file: subject }, exitCodes.refused)
  }
}
