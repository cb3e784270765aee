import type { StepOutput } from './step'

/** What Flow Service answers to a creation: id and etag. */
export const flowServiceOutput = ({ id, etag }: { id: string; etag?: string | undefined }): StepOutput => ({
  adobeId: id,
  ...(etag !== undefined && { etag }),
})
