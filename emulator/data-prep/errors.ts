import { placeholderError, type ApiError } from '../http'

/** Data Prep documents no error body; these have the platform's usual form. */
export const badRequest = (detail: string): ApiError => placeholderError(400, 'BadRequestError', detail)
export const notFound = (detail: string): ApiError => placeholderError(404, 'NotFoundError', detail)
