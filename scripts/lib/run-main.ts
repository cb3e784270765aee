import { ExplainedError } from './explained-error'

/** Runs a script's main function; an explained failure is printed as two lines, anything else with its stack. */
export function runMain(main: () => Promise<number | void>) {
  main().then(
    (code) => process.exit(code ?? 0),
    (error: unknown) => {
      if (error instanceof ExplainedError) console.error(`\n${error.message}\n${error.remedy}`)
      else console.error(error)
      process.exit(1)
    },
  )
}
