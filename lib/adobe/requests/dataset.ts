import type { AdobeCall } from '../types'
import { catalog, segment } from './paths'

type Dataset = {
  name: string
  description?: string | undefined
  schemaId: string
  /** Its data also goes into Profile and Identity Service; refused unless the schema is in the union. */
  forProfile?: boolean | undefined
}

const profileTags = { unifiedProfile: ['enabled:true'], unifiedIdentity: ['enabled:true'] }

/**
 * Makes a dataset (Catalog `POST /dataSets`). `requestDataSource=true` is what the source tutorials ask for; Adobe's
 * OpenAPI file does not know it.
 */
export function datasetRequest({ name, description, schemaId, forProfile }: Dataset): AdobeCall {
  return {
    method: 'POST',
    path: `${catalog}/dataSets`,
    query: { requestDataSource: 'true' },
    body: {
      name,
      ...(description && { description }),
      schemaRef: { id: schemaId, contentType: 'application/vnd.adobe.xed-full-notext+json; version=1' },
      ...(forProfile && { tags: profileTags }),
    },
    label: 'dataset',
  }
}

export const getDatasetRequest = (id: string): AdobeCall => ({
  method: 'GET',
  path: `${catalog}/dataSets/${segment(id)}`,
})

export const deleteDatasetRequest = (id: string): AdobeCall => ({
  method: 'DELETE',
  path: `${catalog}/dataSets/${segment(id)}`,
})

export type DatasetQuery = {
  name?: string
  /** Zero-based offset. */
  start: number
  /** 1–100. */
  limit: number
  /** Top-level fields to answer; whole objects carry files and statistics that no list needs. */
  properties?: readonly string[]
}

/** A page of datasets. `orderBy` here, `orderby` in the registry: both are right. */
export function listDatasetsRequest({ name, start, limit, properties }: DatasetQuery): AdobeCall {
  return {
    method: 'GET',
    path: `${catalog}/dataSets`,
    query: {
      start: String(start),
      limit: String(limit),
      orderBy: 'asc:created',
      ...(name !== undefined && { property: `name==${name}` }),
      ...(properties && { properties: properties.join(',') }),
    },
  }
}
