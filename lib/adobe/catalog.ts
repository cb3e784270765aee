import 'server-only'
import { z } from 'zod'
import { fail, succeed, type Result } from '@/lib/result'
import { datasetCreated, datasetsById, type DatasetItem } from './answers'
import { datasetRequest, deleteDatasetRequest, getDatasetRequest, listDatasetsRequest } from './requests/dataset'
import { dataOf, deletionOf, notFound } from './results'
import type { AdobeClient, AdobeError } from './types'

export type Dataset = DatasetItem & { id: string; etag?: string | undefined }

const pageSize = 100
const mostPages = 200
const listedFields = ['name', 'description', 'schemaRef', 'tags', 'created', 'updated', 'state'] as const

/** Sent once; `mayHaveCommitted` means: look for the name before sending again. */
export async function createDataset(
  client: AdobeClient,
  args: Parameters<typeof datasetRequest>[0],
): Promise<Result<{ id: string }, AdobeError>> {
  return dataOf(await client.request(datasetRequest(args), datasetCreated))
}

/** One dataset with its etag; a missing one is an error of status 404. Catalog answers even this keyed by id. */
export async function getDataset(client: AdobeClient, id: string): Promise<Result<Dataset, AdobeError>> {
  const call = getDatasetRequest(id)
  const answer = await client.request(call, datasetsById)
  if (!answer.ok) return answer
  const dataset = answer.data.data[id]
  return dataset ? succeed({ ...dataset, id, etag: answer.data.etag }) : fail(notFound(call.path))
}

/** All datasets, or those of exactly that name. Paged by offset; a short page is the last. */
export async function listDatasets(client: AdobeClient, name?: string): Promise<Result<Dataset[], AdobeError>> {
  // A comma means "or" in Catalog's filters and an asterisk anything, so such names are looked for among all.
  const filter = name !== undefined && !/[,*~"\\]/.test(name) ? { name } : {}
  const found = new Map<string, Dataset>()
  for (let page = 0; page < mostPages; page++) {
    const call = listDatasetsRequest({ ...filter, start: page * pageSize, limit: pageSize, properties: listedFields })
    const answer = await client.request(call, datasetsById)
    if (!answer.ok) return answer
    const entries = Object.entries(answer.data.data)
    for (const [id, dataset] of entries) found.set(id, { ...dataset, id })
    if (entries.length < pageSize) break
  }
  const all = [...found.values()]
  return succeed(name === undefined ? all : all.filter((dataset) => dataset.name === name))
}

/** Datasets that hold data of a schema. */
export async function listDatasetsOfSchema(
  client: AdobeClient,
  schemaId: string,
): Promise<Result<Dataset[], AdobeError>> {
  const all = await listDatasets(client)
  return all.ok ? succeed(all.data.filter((dataset) => dataset.schemaRef?.id === schemaId)) : all
}

/** Deletes a dataset with its data. Catalog may answer 200 for one that never was. */
export async function deleteDataset(client: AdobeClient, id: string) {
  return deletionOf(await client.request(deleteDatasetRequest(id), z.unknown()))
}

/** Whether a dataset's data goes into Profile. Catalog's own examples write its tag with and without a space. */
export const isDatasetInProfile = ({ tags }: Pick<DatasetItem, 'tags'>): boolean =>
  [tags?.unifiedProfile].flat().some((value) => typeof value === 'string' && /^enabled:\s*true$/.test(value))
