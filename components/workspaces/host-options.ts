import { imsOrigins, platformOrigins } from '@/lib/adobe/allowed-hosts'
import type { Option } from '@/components/ui/option-row'

/** The only addresses Adobe can be reached at, as choices; the description is Adobe's region where the host names one. Pure. */
export const platformOptions: readonly Option[] = platformOrigins.map(toOption)
export const imsOptions: readonly Option[] = imsOrigins.map(toOption)

function toOption(origin: string): Option {
  return { value: origin, label: new URL(origin).host }
}
