/** Either data or a typed error: no caller can forget the second. */
export type Result<Data, Failure> = { ok: true; data: Data } | { ok: false; error: Failure }

export const succeed = <Data>(data: Data): { ok: true; data: Data } => ({ ok: true, data })

export const fail = <Failure>(error: Failure): { ok: false; error: Failure } => ({ ok: false, error })
