import type { SourceField } from '@/lib/mapping/mapping-document'
import type { MappingLink } from '@/lib/mapping/mapping-links'
import { isCovered } from '@/lib/mapping/needed-targets'
import type { XdmField } from '@/lib/xdm/field'
import type { MapperFilter, MapperState } from './mapper-store'

export type Listed = {
  /** Required fields and the primary identity, where nothing is written to them; under the identity filter all identities. */
  missing: readonly XdmField[]
  links: readonly MappingLink[]
  /** Columns without a link. */
  columns: readonly SourceField[]
}

export type ListedFacts = Pick<MapperState, 'links' | 'needs' | 'sourceIndex' | 'targetIndex'>

/** What the list shows under a filter; the counters above count the same things. */
export function selectListed({ links, needs, sourceIndex, targetIndex }: ListedFacts, filter: MapperFilter): Listed {
  const open = [...new Set([...needs.required, ...needs.identity])].filter((field) => !isCovered(field, needs))
  const uncovered = open.filter((field) => field.identity !== 'identity' || field.required)
  const free = [...new Set(sourceIndex.values())].filter((field) => field.children.length === 0 && !links.bySource.has(field.path))
  const targetOf = ({ target }: MappingLink): XdmField | undefined => (target === undefined ? undefined : targetIndex.get(target))
  const required = new Set(needs.required.map((field) => field.path))
  switch (filter) {
    case 'mapped': return { missing: [], links: links.all, columns: [] }
    case 'unmapped': return { missing: uncovered, links: [], columns: free }
    case 'required': return {
      missing: uncovered.filter((field) => required.has(field.path)),
      links: links.all.filter(({ target }) => target !== undefined && required.has(target)), columns: [],
    }
    case 'identity': return {
      missing: open.filter((field) => field.identity), links: links.all.filter((link) => targetOf(link)?.identity), columns: [],
    }
    case 'problems': return {
      missing: uncovered.filter((field) => links.problemsByTarget.has(field.path)),
      links: links.all.filter((link) => link.state !== 'good'), columns: [],
    }
    default: return { missing: uncovered, links: links.all, columns: free }
  }
}
