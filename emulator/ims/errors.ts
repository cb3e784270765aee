import { ApiError } from '../http'

/** IMS errors: clients should look at `error` alone, the description is sometimes missing in the wild (RFC 6749 form). */
export function imsError(status: number, error: string, description: string): ApiError {
  return new ApiError(status, { error, error_description: description })
}
