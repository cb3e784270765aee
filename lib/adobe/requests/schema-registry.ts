import type { AdobeCall } from '../types'
import { schemaRegistry, segment } from './paths'

export const registryKinds = ['schemas', 'classes', 'fieldgroups', 'datatypes'] as const
export type RegistryKind = (typeof registryKinds)[number]
export type RegistryContainer = 'global' | 'tenant'

export type RegistryQuery = {
  /** Conditions like `meta:class==…`; several must all hold. */
  conditions?: readonly string[]
  /** Cursor: a value of the sort property, taken from `_page.next`. */
  start?: string
  limit?: number
  /** Whole objects instead of id, title and version. */
  whole?: boolean
}

/** A page of registry resources, by title. Lists take no version in `Accept`, look-ups demand one. */
export function listRegistryRequest(
  container: RegistryContainer,
  kind: RegistryKind,
  list: RegistryQuery = {},
): AdobeCall {
  const { conditions = [], start, limit, whole } = list
  return {
    method: 'GET',
    path: `${schemaRegistry}/${container}/${kind}`,
    query: {
      orderby: 'title',
      ...(conditions.length > 0 && { property: [...conditions] }),
      ...(start !== undefined && { start }),
      ...(limit !== undefined && { limit: String(limit) }),
    },
    accept: whole ? 'application/vnd.adobe.xed+json' : 'application/vnd.adobe.xed-id+json',
  }
}

/** One resource with all references resolved into `properties`. `id` is its `$id` or `meta:altId`. */
export const getRegistryRequest = (container: RegistryContainer, kind: RegistryKind, id: string): AdobeCall => ({
  method: 'GET',
  path: `${schemaRegistry}/${container}/${kind}/${segment(id)}`,
  accept: 'application/vnd.adobe.xed-full+json; version=1',
})

/** The same as it was written: `allOf`, `$ref`, description. */
export const getRawRegistryRequest = (container: RegistryContainer, kind: RegistryKind, id: string): AdobeCall => ({
  ...getRegistryRequest(container, kind, id),
  accept: 'application/vnd.adobe.xed+json; version=1',
})

export const deleteRegistryRequest = (kind: RegistryKind, id: string): AdobeCall => ({
  method: 'DELETE',
  path: `${schemaRegistry}/tenant/${kind}/${segment(id)}`,
})

/** All descriptors of the sandbox, by type. Descriptors want `xdm` in `Accept`, everything else `xed`. */
export const listDescriptorsRequest = (): AdobeCall => ({
  method: 'GET',
  path: `${schemaRegistry}/tenant/descriptors`,
  accept: 'application/vnd.adobe.xdm+json',
})

export const deleteDescriptorRequest = (id: string): AdobeCall => ({
  method: 'DELETE',
  path: `${schemaRegistry}/tenant/descriptors/${segment(id)}`,
})

export const registryStatsRequest = (): AdobeCall => ({ method: 'GET', path: `${schemaRegistry}/stats` })

/**
 * The container an id belongs to: what a tenant makes ends in its kind and a long hexadecimal number, Adobe's own
 * definitions in a word.
 */
export function containerOf(id: string): RegistryContainer {
  return /[/.](schemas|classes|mixins|fieldgroups|datatypes)[/.][0-9a-f]{16,}$/i.test(id) ? 'tenant' : 'global'
}
