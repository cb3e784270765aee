import './run-contender'
import { measureFrames } from './probes'

window.benchFrames = measureFrames
window.benchUsableMs = 0
