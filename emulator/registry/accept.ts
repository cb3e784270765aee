import type { World } from '../world'
import { registryError } from './errors'

const grammar = /^application\/vnd\.adobe\.(?<prefix>xed|xdm)(?<suffix>(?:-[a-z0-9]+)*)\+json(?<rest>(?:\s*;.*)?)$/

type Accept = { prefix: string; suffix: string; version: string | undefined }

/** The media type the registry is asked for; undefined for a header of another form. */
function parseAccept(header: string | undefined): Accept | undefined {
  const found = grammar.exec((header ?? '').split(',')[0]?.trim() ?? '')?.groups
  if (found === undefined) return undefined
  const version = /;\s*version\s*=\s*"?(\d+(?:\.\d+)*)"?/.exec(found['rest'] ?? '')?.[1]
  return { prefix: found['prefix'] ?? '', suffix: found['suffix'] ?? '', version }
}

/** Lists: ids or whole objects, without a version (XDM-1006). */
export function readListAccept(world: World, header: string | undefined): 'id' | 'whole' {
  const accept = parseAccept(header)
  const isKnown = accept !== undefined && ['', '-id'].includes(accept.suffix)
  if (!isKnown || accept.version !== undefined) {
    const detail = 'A list needs application/vnd.adobe.xed+json or application/vnd.adobe.xed-id+json in Accept, without a version.'
    throw registryError(world, 'XDM-1006-400', detail)
  }
  return accept.suffix === '-id' ? 'id' : 'whole'
}

export type LookupView = { resolved: boolean; text: boolean; descriptors: boolean }

const views: Record<string, LookupView> = {
  '': { resolved: false, text: true, descriptors: false },
  '-full': { resolved: true, text: true, descriptors: false },
  '-notext': { resolved: false, text: false, descriptors: false },
  '-full-notext': { resolved: true, text: false, descriptors: false },
  '-full-desc': { resolved: true, text: true, descriptors: true },
  '-deprecatefield': { resolved: true, text: true, descriptors: false },
}

/** Look-ups: one of the views, with a version (XDM-1007). The only major version there is, is 1. */
export function readLookupAccept(world: World, header: string | undefined): LookupView {
  const accept = parseAccept(header)
  const view = accept === undefined ? undefined : views[accept.suffix]
  if (view === undefined || accept?.version === undefined || !/^1(\.\d+)*$/.test(accept.version)) {
    const detail = 'A look-up needs a media type such as application/vnd.adobe.xed-full+json; version=1 in Accept.'
    throw registryError(world, 'XDM-1007-400', detail)
  }
  return view
}

export type DescriptorView = { form: 'ids' | 'links' | 'objects'; paged: boolean }

/** Lists of descriptors want `xdm` (XDM-1008). */
export function readDescriptorAccept(world: World, header: string | undefined): DescriptorView {
  const accept = parseAccept(header)
  const forms = { '': 'objects', '-id': 'ids', '-link': 'links' } as const
  const paged = accept?.suffix.startsWith('-v2') ?? false
  const form = forms[(accept?.suffix.replace(/^-v2/, '') ?? '') as keyof typeof forms] as DescriptorView['form'] | undefined
  if (accept?.prefix !== 'xdm' || form === undefined || accept.version !== undefined)
    throw registryError(world, 'XDM-1008-400', 'A list of descriptors needs application/vnd.adobe.xdm+json, xdm-id or xdm-link in Accept.')
  return { form, paged }
}

/** Looking up a descriptor needs no Accept header, but one of `xed` is refused (XDM-1009). */
export function checkDescriptorAccept(world: World, header: string | undefined): void {
  if (parseAccept(header)?.prefix === 'xed')
    throw registryError(world, 'XDM-1009-400', 'A descriptor is looked up with application/vnd.adobe.xdm+json in Accept, or none.')
}
