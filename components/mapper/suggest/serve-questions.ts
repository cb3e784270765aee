import { prepareScene, type SuggestFacts } from '@/lib/mapping/suggest/suggest-scene'
import { answerInSteps } from './answer-in-steps'
import type { FromWorker, ToWorker } from './suggest-questions'

/** Lets messages that have come in meanwhile be read. */
const readMessages = (): Promise<void> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => {
    port1.close()
    resolve()
  })
  port1.start()
  port2.postMessage(undefined)
})

/** The worker's side: takes messages, gives answers through `post`, and looks between steps whether to stop. */
export function serveQuestions(post: (message: FromWorker) => void): (message: ToWorker) => Promise<void> {
  let facts: SuggestFacts = { sources: [], targets: [] }
  const running = new Set<number>()

  async function answer({ id, question }: Extract<ToWorker, { kind: 'ask' }>): Promise<void> {
    const steps = answerInSteps(facts, question)
    for (let step = steps.next(); running.has(id); step = steps.next()) {
      if (step.done) return post({ kind: 'answer', id, found: step.value })
      post({ kind: 'step', id, progress: step.value })
      await readMessages()
    }
  }

  return async (message) => {
    switch (message.kind) {
      case 'facts':
        facts = message.facts
        // Ready before the first question, which is what people wait for.
        prepareScene(facts)
        return
      case 'stop':
        running.delete(message.id)
        return
      case 'ask':
        running.add(message.id)
        try {
          await answer(message)
        } catch {
          post({ kind: 'failed', id: message.id })
        } finally {
          running.delete(message.id)
        }
    }
  }
}
