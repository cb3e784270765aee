import vm from 'node:vm'
import type { PostmanCollection } from '@/lib/flows/export-postman'

export type PostmanRequest = { name: string; method: string; url: string; headers: Record<string, string>; body?: string }
export type PostmanAnswer = { code: number; text: string }
type Send = (request: Omit<PostmanRequest, 'name'>) => Promise<PostmanAnswer>
type TokenRequest = { url: string; method: string; header: Record<string, string>; body: { urlencoded: { key: string; value: string }[] } }

export type PostmanRun = { sent: PostmanRequest[]; failures: string[]; variables: Map<string, string> }

/**
 * Runs a collection as Postman's runner does, as far as our exports ask for it: collection scripts before each request,
 * variables of the environment before those of the collection, dynamic `{{$…}}` ones, bearer authorization inherited, test
 * scripts after each answer, `setNextRequest(null)` ends the run. An unknown variable stays as it stands.
 */
export async function runPostmanCollection(collection: PostmanCollection, environment: Record<string, string>, send: Send): Promise<PostmanRun> {
  const variables = new Map(collection.variable.map(({ key, value }) => [key, value]))
  const run: PostmanRun = { sent: [], failures: [], variables }
  const get = (name: string) => environment[name] ?? variables.get(name)
  const resolve = (text: string): string =>
    text.replaceAll(/\{\{([^{}]+)\}\}/g, (whole, name: string) => (name.startsWith('$') ? 'dynamic' : (get(name) ?? whole)))
  let isEnded = false

  for (const item of collection.item) {
    const waiting: Promise<void>[] = []
    const sendRequest = ({ url, method, header, body }: TokenRequest, done: (error: unknown, response: unknown) => void) => {
      const form = new URLSearchParams(body.urlencoded.map(({ key, value }) => [key, value])).toString()
      const answered = async () => done(null, asResponse(await send({ url, method, headers: header, body: form })))
      waiting.push(answered())
    }
    const scope = {
      collectionVariables: { get: (name: string) => variables.get(name), set: (name: string, value: string) => void variables.set(name, value) },
      variables: { get },
      sendRequest,
      test: (title: string, check: () => void) => {
        try {
          check()
        } catch (error) {
          run.failures.push(`${title}: ${String(error)}`)
        }
      },
    }
    const postman = { setNextRequest: (next: null) => void (isEnded = next === null) }
    const execute = (event: PostmanCollection['event'], listen: string, response?: PostmanAnswer) => {
      for (const { script } of event.filter((one) => one.listen === listen)) {
        vm.runInNewContext(script.exec.join('\n'), { pm: { ...scope, ...(response && { response: asResponse(response) }) }, postman })
      }
    }

    execute(collection.event, 'prerequest')
    await Promise.all(waiting)
    const { request, name } = item
    const headers = Object.fromEntries(request.header.map(({ key, value }) => [key, resolve(value)]))
    const token = collection.auth.bearer.find(({ key }) => key === 'token')?.value ?? ''
    const real = {
      method: request.method,
      url: resolve(request.url),
      headers: { ...headers, authorization: `Bearer ${resolve(token)}` },
      ...(request.body && { body: resolve(request.body.raw) }),
    }
    run.sent.push({ name, ...real })
    execute(item.event, 'test', await send(real))
    if (isEnded) break
  }
  return run
}

const asResponse = ({ code, text }: PostmanAnswer) => ({ code, text: () => text, json: () => JSON.parse(text) as unknown })
