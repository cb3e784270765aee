import { functionNames } from './functions/function-names'
import type { BinaryNode, Node } from './node'
import { precedence } from './precedence'
import { reservedWords } from './reserved-words'

const levels = { lambda: 0, conditional: 1, unary: 11, primary: 12 }

function levelOf(node: Node): number {
  switch (node.kind) {
    case 'lambda': return levels.lambda
    case 'conditional':
    case 'fallback': return levels.conditional
    case 'binary': return precedence[node.op]
    case 'unary': return levels.unary
    default: return levels.primary
  }
}

/**
 * Writes a tree as source that parses to the same tree, with symbols for word operators, double quotes and
 * only the brackets that are needed.
 */
export function printExpression(ast: Node): string {
  return print(ast, 0)
}

function print(node: Node, least: number): string {
  const text = printBare(node)
  return levelOf(node) < least ? `(${text})` : text
}

function printBare(node: Node): string {
  switch (node.kind) {
    case 'text': return printText(node.value)
    case 'number': return printNumber(node.value, node.real)
    case 'constant': return String(node.value)
    case 'array': return `[${printAll(node.items)}]`
    case 'map':
      return node.entries.length === 0
        ? '{:}'
        : `{${node.entries.map(({ key, value }) => `${print(key, 2)}: ${print(value, 0)}`).join(', ')}}`
    case 'name': return node.quoted ? quoteName(node.segments) : printPlain(node.segments[0] ?? '')
    case 'member':
      return `${printObject(node.object)}.${node.quoted ? quoteName([node.name]) : printPlain(node.name)}`
    case 'index': return `${printObject(node.object)}[${print(node.index, 0)}]`
    case 'call': return `${printPlain(node.name)}(${printAll(node.args)})`
    case 'method': return `${printObject(node.object)}.${printPlain(node.name)}(${printAll(node.args)})`
    case 'unary': {
      const operand = print(node.operand, levels.unary)
      // `--y` and `!~y` must not run together into another operator.
      const gap = /^[a-z]/.test(node.op) || /^[-+~!]/.test(operand) ? ' ' : ''
      return `${node.op}${gap}${operand}`
    }
    case 'binary': return printRow(node)
    case 'conditional':
      return `${print(node.test, 2)} ? ${print(node.whenTrue, 0)} : ${print(node.whenFalse, 0)}`
    case 'fallback': return `${print(node.left, 2)} ${node.op} ${print(node.right, 0)}`
    case 'lambda': {
      const [only, ...others] = node.parameters
      const head = only !== undefined && others.length === 0 ? printPlain(only)
        : `(${node.parameters.map(printPlain).join(', ')})`
      return `${head} -> ${print(node.body, 0)}`
    }
  }
}

/** Prints operators of one row in a loop, so that a very long sum needs no deep call stack. */
function printRow(root: BinaryNode): string {
  const parts: string[] = []
  let node = root
  while (true) {
    const level = precedence[node.op]
    parts.push(` ${node.op} ${print(node.right, level + 1)}`)
    const left = node.left
    // A comparison on the left of a comparison needs brackets, since these do not chain.
    const sameRow = left.kind === 'binary' && precedence[left.op] >= level && !(level === 7 || level === 8)
    if (!sameRow) {
      const least = level === 7 || level === 8 ? level + 1 : level
      parts.push(print(left, least))
      return parts.toReversed().join('')
    }
    node = left
  }
}

function printObject(node: Node): string {
  return print(node, levels.primary)
}

function printAll(nodes: Node[]): string {
  return nodes.map((node) => print(node, 0)).join(', ')
}

function printText(value: string): string {
  const named: Readonly<Record<string, string>> = {
    '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f',
  }
  return `"${value.replace(/["\\\n\r\t\b\f]/g, (char) => named[char] ?? char)}"`
}

function printNumber(value: number | bigint, real: boolean): string {
  const text = String(value)
  return real && /^[0-9]+$/.test(text) ? `${text}.0` : text
}

function printPlain(name: string): string {
  return name.replaceAll('.', '\\.')
}

function quoteName(segments: string[]): string {
  return `\${${segments.map((segment) => segment.replace(/[.\\}]/g, (char) => `\\${char}`)).join('.')}}`
}

const plainName = /^[\p{L}$_][\p{L}\p{M}\p{Nd}$_]*$/u

/**
 * Writes a source path as a reference an expression can use: `${}` where a name holds blanks, dots or is a
 * reserved word or a function's name.
 */
export function printFieldReference(segments: string[]): string {
  return segments
    .map((segment) => {
      const plain = plainName.test(segment) && !reservedWords.has(segment) && !functionNames.has(segment)
      return plain ? segment : quoteName([segment])
    })
    .join('.')
}
