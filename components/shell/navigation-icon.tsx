import { Boxes, House, Settings, Waypoints } from 'lucide-react'
import type { NavigationEntry } from './navigation'

const icons = { overview: House, flows: Waypoints, workspaces: Boxes, settings: Settings }

/** The sign of a room. */
export function NavigationIcon({ of }: { of: NavigationEntry['key'] }) {
  const Icon = icons[of]
  return <Icon aria-hidden />
}
