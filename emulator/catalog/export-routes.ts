import type { Hono } from 'hono'

import { sendJson, type AppContext, type AppEnv } from '../http'
import { asText } from '../json'
import type { World } from '../world'
import { readBatchFile } from './batch-files'
import { badRequest, notFound } from './errors'

const refusedFile = 'part-00000-row-errors.json'
/** A few refused rows, for whoever wants a glance at them; named in a run's manifest. */
const samplesFile = 'row_error_samples.json'
const mostSamples = 10
const writtenFile = 'part-00000.json'

/**
 * Data Access: the rows that a batch refused (`meta?path=row_errors`) and those it wrote (`files`). Adobe keeps written
 * rows as Parquet; the emulator hands out the same rows as JSON, one a line.
 */
export function mountExport(exported: Hono<AppEnv>, world: World): void {
  const batchOf = (c: AppContext): string => {
    const id = c.req.param('id') ?? ''
    if (world.store.get(c.get('caller').scope, 'batches', id) === undefined) throw notFound(`The batch ${id} does not exist in this sandbox.`)
    return id
  }

  exported.get('/batches/:id/meta', (c) => {
    const id = batchOf(c)
    const path = c.req.query('path') ?? ''
    const content = readBatchFile(world, id, 'row_errors') ?? ''
    const href = `${world.origin}/data/foundation/export/batches/${id}/meta?path=row_errors%2F${refusedFile}`
    if (path === 'row_errors') return sendJson(fileList(content === '' ? [] : [{ name: refusedFile, content, href }]))
    if (path === `row_errors/${refusedFile}` && content !== '') return sendLines(content)
    if (path === samplesFile && content !== '') return sendLines(firstLines(content, mostSamples))
    if (path === '') throw badRequest('path names what is wanted of the batch: row_errors.')
    throw notFound(`The batch has nothing at ${path}.`)
  })

  exported.get('/batches/:id/files', (c) => {
    const id = batchOf(c)
    const content = readBatchFile(world, id, 'rows') ?? ''
    const fileId = `${id}-1`
    const file = {
      dataSetFileId: fileId,
      dataSetViewId: '',
      version: '1.0.0',
      created: String(world.store.get(c.get('caller').scope, 'batches', id)?.['created'] ?? ''),
      isValid: true,
      _links: { self: { href: `${world.origin}/data/foundation/export/files/${fileId}` } },
    }
    return sendJson({ data: content === '' ? [] : [file], _page: { limit: 100, count: content === '' ? 0 : 1 } })
  })

  exported.get('/files/:fileId', (c) => {
    const id = c.req.param('fileId').replace(/-1$/, '')
    const isKnown = world.store.get(c.get('caller').scope, 'batches', id) !== undefined
    const content = isKnown ? readBatchFile(world, id, 'rows') : undefined
    if (content === undefined) throw notFound(`The file ${c.req.param('fileId')} does not exist in this sandbox.`)
    const path = c.req.query('path')
    const href = `${world.origin}${c.req.path}?path=${writtenFile}`
    if (path === undefined) return sendJson(fileList([{ name: writtenFile, content, href }]))
    if (path !== writtenFile) throw notFound(`The file has no part ${asText(path)}.`)
    return sendLines(content)
  })
}

/** Lengths are text, as Adobe prints them. */
function fileList(files: { name: string; content: string; href: string }[]) {
  const data = files.map(({ name, content, href }) => ({ name, length: String(Buffer.byteLength(content)), _links: { self: { href } } }))
  return { data, _page: { limit: 100, count: data.length } }
}

const firstLines = (content: string, most: number) => content.split('\n').slice(0, most).join('\n')

function sendLines(content: string): Response {
  return new Response(content, { headers: { 'content-type': 'application/octet-stream' } })
}
