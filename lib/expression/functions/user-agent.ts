import { ExpressionFailure } from '../expression-error'
import { readUserAgent, type UserAgent } from '../user-agent/read-user-agent'
import { textOrNull } from './arguments'
import { defineFunction, needed } from './function-definition'

const localLimit = 'Only the usual browsers are told apart here; Adobe uses a far larger catalogue for the others.'

function fromUserAgent(name: string, description: string, read: (agent: UserAgent) => string | null) {
  return defineFunction({
    name, group: 'user-agent', returns: 'text', description, localLimit,
    parameters: [needed('USER_AGENT', 'text', 'What a browser says of itself.')],
    run: ([value], context) => {
      const text = textOrNull(value)
      if (text === null) return null
      context.produce(text.length)
      const answer = text.length > 2000 ? null : read(readUserAgent(text))
      if (answer !== null) return answer
      throw new ExpressionFailure('not-local', `${name} does not know this user agent; only Adobe can tell.`)
    },
  })
}

const major = (version: string) => version.split('.')[0] ?? version

const nameAndMajor = (part: { name: string; version: string | null } | null) =>
  part === null || part.version === null ? null : `${part.name} ${major(part.version)}`

export const userAgentFunctions = [
  fromUserAgent('ua_os_name', 'The operating system in a user agent.', (agent) => agent.os?.name ?? null),
  fromUserAgent('ua_os_version', 'The version of the operating system.', (agent) => agent.os?.version ?? null),
  fromUserAgent(
    'ua_os_version_major', 'The operating system with its main version.', (agent) => nameAndMajor(agent.os),
  ),
  fromUserAgent('ua_os_name_version', 'The operating system with its version.', ({ os }) =>
    os === null || os.version === null ? null : `${os.name} ${os.version}`),
  fromUserAgent('ua_agent_name', 'The browser in a user agent.', (agent) => agent.browser?.name ?? null),
  fromUserAgent('ua_agent_version', 'The version of the browser.', (agent) => agent.browser?.version ?? null),
  fromUserAgent('ua_agent_version_major', 'The browser with its main version.', (agent) => nameAndMajor(agent.browser)),
  fromUserAgent(
    'ua_device_class', 'The kind of device, such as Desktop, Phone or Tablet.', (agent) => agent.deviceClass,
  ),
]
