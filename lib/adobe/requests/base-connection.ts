import type { AdobeCall } from '../types'
import { flowService, segment } from './paths'

export type SpecRef = { id: string; version: string }

type BaseConnection = {
  name: string
  description?: string | undefined
  connectionSpec: SpecRef
  /** Name of one of the connection specification's `authSpec`s. */
  authSpecName: string
  /** Credentials of the source as that authSpec's JSON Schema asks for them. */
  params: Record<string, unknown>
}

/** Makes an authenticated link to one account of a source (Flow Service `POST /connections`). */
export function baseConnectionRequest({
  name,
  description,
  connectionSpec,
  authSpecName,
  params,
}: BaseConnection): AdobeCall {
  const auth = { specName: authSpecName, params }
  return {
    method: 'POST',
    path: `${flowService}/connections`,
    body: { name, ...(description && { description }), auth, connectionSpec },
    label: 'base-connection',
  }
}

/** Asks Adobe to try the credentials (`GET /connections/{id}/test`); wrong ones answer 200 with `result: false`. */
export const testConnectionRequest = (id: string): AdobeCall => ({
  method: 'GET',
  path: `${flowService}/connections/${segment(id)}/test`,
})

/** Lists the tables of an account. */
export const exploreRootRequest = (connectionId: string): AdobeCall => ({
  method: 'GET',
  path: `${flowService}/connections/${segment(connectionId)}/explore`,
  query: { objectType: 'root' },
})

/** Columns of a table; with `preview` some of its rows too. `table` is the `path` that the root gave. */
export const exploreTableRequest = (connectionId: string, table: string, preview = false): AdobeCall => ({
  method: 'GET',
  path: `${flowService}/connections/${segment(connectionId)}/explore`,
  query: { objectType: 'table', object: table, ...(preview && { preview: 'true' }) },
})

/**
 * The hierarchy of a REST source's resource; with `preview` some of its records too. The source's own parameters, e.g.
 * `{resourcePath: 'charges'}`, travel as Base64 of their JSON.
 */
export const exploreResourceRequest = (connectionId: string, sourceParams: Record<string, string>, preview = false): AdobeCall => ({
  method: 'GET',
  path: `${flowService}/connections/${segment(connectionId)}/explore`,
  query: {
    objectType: 'rest',
    object: 'json',
    fileType: 'json',
    preview: String(preview),
    sourceParams: base64(JSON.stringify(sourceParams)),
  },
})

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
