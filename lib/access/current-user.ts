/** The person behind a request. Pure. */
export type CurrentUser = { id: string; name: string; email: string; role: 'admin' }
