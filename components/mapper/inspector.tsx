'use client'

import { InspectorField } from './inspector-field'
import { InspectorLink } from './inspector-link'
import { InspectorMany } from './inspector-many'
import { InspectorStart } from './inspector-start'
import { useMapperState } from './mapper-context'

/** What is chosen, in full: a link with its types and values, or a field with what can be done with it. */
export function Inspector() {
  const chosen = useMapperState((state) => state.chosen)
  const link = useMapperState(({ chosen: at, links }) => (at?.rowId === undefined ? undefined : links.byRow.get(at.rowId)))
  const picked = useMapperState((state) => state.picked)
  if (picked) return <InspectorMany picked={picked} />
  if (link) return <InspectorLink key={link.row.id} link={link} />
  if (chosen && chosen.side !== 'link') return <InspectorField key={`${chosen.side}${chosen.path}`} side={chosen.side} path={chosen.path} />
  return <InspectorStart />
}
