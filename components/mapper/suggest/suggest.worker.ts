import { serveQuestions } from './serve-questions'
import type { FromWorker, ToWorker } from './suggest-questions'

const serve = serveQuestions((message: FromWorker) => self.postMessage(message, { transfer: [] }))

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => void serve(data))
