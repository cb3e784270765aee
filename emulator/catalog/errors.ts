import { placeholderError, type ApiError } from '../http'

/** Catalog's only error body ever seen has the platform's older form. */
export const badRequest = (detail: string): ApiError => placeholderError(400, 'BadRequestError', detail)
export const notFound = (detail: string): ApiError => placeholderError(404, 'NotFoundError', detail)
