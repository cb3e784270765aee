import type { ConnectionSpecItem } from '@/lib/adobe/answers-specs'
import { authFieldsOf, type AuthField } from './auth-fields'
import { catalogue } from './catalogue'
import type { PaymentsSource } from './payments-source'

/** One way to sign in to a source, as Adobe's specification names it. */
export type OfferedAuth = { name: string; fields: AuthField[] }

/** A source as one workspace's Adobe offers it. Plain data: goes to the browser. */
export type OfferedSource = {
  key: string
  name: string
  kind: 'table' | 'rest'
  status: PaymentsSource['status']
  /** This build describes it; otherwise all that is known comes from Adobe. */
  isKnown: boolean
  isPreset: boolean
  /** False where the workspace's Adobe has no such connection specification. */
  isOffered: boolean
  connectionSpec?: { id: string; version: string }
  /** The usual one first. */
  auths: OfferedAuth[]
  /** Adobe's own words, of sources this build does not know. */
  description?: string
  credentialsPage?: string
  resources: string[]
}

const unknownPrefix = 'spec-'

/** The connection specification behind a key: that of the catalogue, or the one an unknown source's key names. */
export function specIdOf(sourceKey: string): string | undefined {
  const known = catalogue.find(({ key }) => key === sourceKey)
  return known?.connectionSpec.id ?? (sourceKey.startsWith(unknownPrefix) ? sourceKey.slice(unknownPrefix.length) : undefined)
}

/**
 * The catalogue as a workspace's Adobe has it, then everything else that Adobe itself counts among payments, described
 * by its specification alone.
 */
export function offeredSources(specs: readonly ConnectionSpecItem[], sources: readonly PaymentsSource[] = catalogue): OfferedSource[] {
  const byId = new Map(specs.map((spec) => [spec.id, spec]))
  const known = sources.map((source) => fromCatalogue(source, byId.get(source.connectionSpec.id)))
  const described = new Set(sources.map(({ connectionSpec }) => connectionSpec.id))
  return [...known, ...specs.filter((spec) => !described.has(spec.id) && isPayments(spec)).map(fromSpec)]
}

function fromCatalogue(source: PaymentsSource, spec: ConnectionSpecItem | undefined): OfferedSource {
  const { key, name, kind, status, isPreset = false, credentialsPage, resources = [] } = source
  const auths = (spec?.authSpec ?? []).map((auth) => ({ name: auth.name, fields: authFieldsOf(auth.spec, source.authFields) }))
  return {
    key, name, kind, status, isPreset, resources,
    isKnown: true,
    isOffered: spec !== undefined,
    ...(spec ? { connectionSpec: { id: spec.id, version: spec.version } } : {}),
    auths: auths.toSorted((a, b) => Number(b.name === source.authSpecName) - Number(a.name === source.authSpecName)),
    ...(credentialsPage ? { credentialsPage } : {}),
  }
}

function fromSpec(spec: ConnectionSpecItem): OfferedSource {
  const ui = uiOf(spec)
  return {
    key: `${unknownPrefix}${spec.id}`,
    name: textOf(ui['label']) ?? textOf(spec.attributes?.['connectorName']) ?? spec.name ?? spec.id,
    kind: kindOf(spec),
    status: ui['isBeta'] === true ? 'beta' : ui['isDeprecated'] === true ? 'deprecated' : 'current',
    isKnown: false,
    isPreset: false,
    isOffered: true,
    connectionSpec: { id: spec.id, version: spec.version },
    auths: (spec.authSpec ?? []).map((auth) => ({ name: auth.name, fields: authFieldsOf(auth.spec) })),
    ...(textOf(ui['description']) ? { description: textOf(ui['description']) ?? '' } : {}),
    resources: [],
  }
}

type Loose = Record<string, unknown>

const looseOf = (value: unknown): Loose => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {})
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined)

/** What Adobe's own pages show of a source; it stands in one of two places. */
function uiOf({ attributes, sourceSpec }: ConnectionSpecItem): Loose {
  return { ...looseOf(attributes?.['uiAttributes']), ...looseOf(looseOf(sourceSpec?.['attributes'])['uiAttributes']) }
}

/** A category is an object with a key in Adobe's samples and a plain text in its OpenAPI file. */
function isPayments(spec: ConnectionSpecItem): boolean {
  const ui = uiOf(spec)
  const named = [ui['category'], spec.attributes?.['category']].map((category) => textOf(category) ?? textOf(looseOf(category)['key']))
  const isSource = spec.attributes?.isSource ?? ui['isSource'] ?? Boolean(spec.sourceSpec)
  return isSource === true && named.some((name) => name?.toLowerCase() === 'payments')
}

/** How it is explored: by resources where its parameters or its explore know them, else by tables. */
function kindOf({ sourceSpec, ...spec }: ConnectionSpecItem): 'table' | 'rest' {
  const params = looseOf(sourceSpec?.spec?.properties)
  const explore = looseOf(looseOf(looseOf(looseOf(spec['exploreSpec'])['requestSpec'])['properties'])['objectType'])['enum']
  const speaksRest = Array.isArray(explore) && explore.includes('rest') && !explore.includes('table')
  const pages = looseOf(sourceSpec?.['attributes'])
  return 'resourcePath' in params || speaksRest || 'urlParams' in pages || 'paginationParams' in pages ? 'rest' : 'table'
}
