// Needs: nothing.
// Creates: nothing; asks whether the flow specification that the wizard found still accepts flows here (Flow Service).
// Recognised by: its id.
// Undone by: nothing to undo; it is Adobe's.
import type { AdobeCall } from '@/lib/adobe/types'
import { getItemRequest } from '@/lib/adobe/requests/flow-service-items'
import type { Bindings } from '@/lib/flows/flow-definition'

export const flowSpecCall = ({ flowSpec }: Bindings): AdobeCall => ({
  ...getItemRequest('flowSpecs', flowSpec.id),
  label: 'flow-spec',
})
