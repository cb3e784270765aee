import { Boxes, House, Plug, Settings, Waypoints } from 'lucide-react'
import type { NavigationEntry } from './navigation'

const icons = { overview: House, flows: Waypoints, connections: Plug, workspaces: Boxes, settings: Settings }

/** The sign of a room. */
export function NavigationIcon({ of }: { of: NavigationEntry['key'] }) {
  const Icon = icons[of]
  return <Icon aria-hidden />
}
