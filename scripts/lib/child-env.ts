/** Variables for a child process; Next's types make NODE_ENV look obligatory in every environment, which it is not. */
export type ChildEnv = Record<string, string | undefined>

export const toProcessEnv = (env: ChildEnv): NodeJS.ProcessEnv => env as NodeJS.ProcessEnv
