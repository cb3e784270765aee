import fs from 'node:fs'
import type { FlowRow } from '@/lib/data/flows'
import { exportFlow } from '@/lib/documents/export-flow'
import type { RunCommand } from '../command'
import { exitCodes } from '../exit-codes'
import { FaultyDocument } from '../faulty-document'
import { findFlowOf } from '../find-flow'
import { fromWhereOneStands } from '../read-file'

/** Writes a flow as a document, a shell script or a Postman collection, to the standard output or a file. */
export const exportCommand: RunCommand = async ({ options, words, url, print }) => {
  const flow: FlowRow = await findFlowOf(options.subject, options.workspace)
  const exported = await exportFlow(flow, options.as, url)
  if (!exported.ok) throw new FaultyDocument(exported.error)
  if (options.out === undefined) {
    print(exported.data.text.replace(/\n$/, ''))
    return exitCodes.done
  }
  fs.writeFileSync(fromWhereOneStands(options.out), exported.data.text, { mode: options.as === 'curl' ? 0o755 : 0o644 })
  process.stderr.write(`${words.say('documents.cli.written', { file: options.out })}\n`)
  return exitCodes.done
}
