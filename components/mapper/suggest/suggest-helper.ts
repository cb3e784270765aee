import type { MappingSuggestion, SuggestProgress } from '@/lib/mapping/suggest/suggest-mapping'
import type { SuggestFacts } from '@/lib/mapping/suggest/suggest-scene'
import { answerInSteps } from './answer-in-steps'
import type { FromWorker, SuggestQuestion, ToWorker } from './suggest-questions'

/** A running worker as it is used here. */
export type SuggestWorker = { send: (message: ToWorker) => void; end: () => void }

type Listener = { heard: (message: FromWorker) => void; died: () => void }

type AskOptions = { onProgress?: (progress: SuggestProgress) => void; signal?: AbortSignal }

export type SuggestHelper = {
  /** Sends the trees ahead, so that the first question finds them prepared. */
  prepare: (facts: SuggestFacts) => void
  /** Undefined once `signal` stopped it. */
  ask: (facts: SuggestFacts, question: SuggestQuestion, options?: AskOptions) => Promise<readonly MappingSuggestion[] | undefined>
  close: () => void
}

type Waiting = { facts: SuggestFacts; question: SuggestQuestion; options: AskOptions; resolve: (found: readonly MappingSuggestion[] | undefined) => void }

/** Longest stretch of work before the browser may paint and listen again, where there is no worker. */
const stretchMs = 8

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** The same answer on the page's own thread, in stretches that leave room for input. */
async function answerHere({ facts, question, options: { onProgress, signal } }: Waiting): Promise<readonly MappingSuggestion[] | undefined> {
  const steps = answerInSteps(facts, question)
  let begunMs = performance.now()
  for (let step = steps.next(); !signal?.aborted; step = steps.next()) {
    if (step.done) return step.value
    if (performance.now() - begunMs < stretchMs) continue
    onProgress?.(step.value)
    await breathe()
    begunMs = performance.now()
  }
  return undefined
}

/**
 * Asks for proposals off the page's thread. Started with the first question; where a worker cannot be started or dies,
 * what was asked is answered here instead, and so is everything after.
 */
export function createSuggestHelper(start: (listener: Listener) => SuggestWorker): SuggestHelper {
  let worker: SuggestWorker | undefined
  let isBroken = false
  let sent: SuggestFacts | undefined
  let lastId = 0
  const waiting = new Map<number, Waiting>()

  const settle = (id: number, found: readonly MappingSuggestion[] | undefined): void => {
    waiting.get(id)?.resolve(found)
    waiting.delete(id)
  }

  const answerAllHere = (): void => {
    isBroken = true
    worker?.end()
    worker = undefined
    for (const [id, one] of waiting) void answerHere(one).then((found) => settle(id, found))
  }

  function listen(data: FromWorker): void {
    const one = waiting.get(data.id)
    if (!one) return
    if (data.kind === 'step') one.options.onProgress?.(data.progress)
    else if (data.kind === 'answer') settle(data.id, data.found)
    else void answerHere(one).then((found) => settle(data.id, found))
  }

  function send(facts: SuggestFacts): SuggestWorker | undefined {
    if (isBroken) return undefined
    try {
      worker ??= start({ heard: listen, died: answerAllHere })
      const { sources, targets, learned, table } = facts
      if (sent?.sources !== sources || sent.targets !== targets || sent.learned !== learned || sent.table !== table) {
        sent = { sources, targets, learned, table }
        worker.send({ kind: 'facts', facts: sent })
      }
      return worker
    } catch {
      isBroken = true
      return undefined
    }
  }

  return {
    prepare: (facts) => void send(facts),
    ask: (facts, question, options = {}) => new Promise((resolve) => {
      if (options.signal?.aborted) return resolve(undefined)
      lastId += 1
      const id = lastId
      const one = { facts, question, options, resolve }
      waiting.set(id, one)
      const ready = send(facts)
      options.signal?.addEventListener('abort', () => {
        worker?.send({ kind: 'stop', id })
        settle(id, undefined)
      }, { once: true })
      if (ready) ready.send({ kind: 'ask', id, question })
      else void answerHere(one).then((found) => settle(id, found))
    }),
    close: () => {
      worker?.end()
      worker = undefined
      sent = undefined
      for (const id of waiting.keys()) settle(id, undefined)
    },
  }
}

/** The worker's own file, as the bundler finds it. */
export function startSuggestWorker({ heard, died }: Listener): SuggestWorker {
  const worker = new Worker(new URL('suggest.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => heard(data))
  worker.addEventListener('error', died)
  return { send: (message) => worker.postMessage(message, []), end: () => worker.terminate() }
}
