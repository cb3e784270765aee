/** Positions are UTF-16 code units in the source, `end` exclusive. */
export type Span = { start: number; end: number }

export type BinaryOperator =
  | '||' | '&&' | '|' | '^' | '&'
  | '==' | '!=' | '..'
  | '<' | '>' | '<=' | '>=' | '=~' | '!~' | '=^' | '!^' | '=$' | '!$'
  | '+' | '-' | '*' | '/' | '%'

export type UnaryOperator = '-' | '+' | '~' | '!' | 'empty' | 'size'

export type NameNode = Span & {
  kind: 'name'
  /** One entry for a plain name; several where `${a.b}` holds dots that are not escaped. */
  segments: string[]
  /** Written as `${…}`. */
  quoted: boolean
}

export type MemberNode = Span & { kind: 'member'; object: Node; name: string; quoted: boolean }
export type CallNode = Span & { kind: 'call'; name: string; nameEnd: number; args: Node[] }
export type MethodNode = Span & { kind: 'method'; object: Node; name: string; nameStart: number; args: Node[] }
export type BinaryNode = Span & { kind: 'binary'; op: BinaryOperator; left: Node; right: Node }
export type LambdaNode = Span & { kind: 'lambda'; parameters: string[]; body: Node }

/**
 * One node of a parsed expression. Word operators (`and`, `eq`, `div` …) are kept under their symbol,
 * because the words and the symbols mean the same in Adobe's language.
 */
export type Node =
  | (Span & { kind: 'text'; value: string })
  | (Span & {
    kind: 'number'
    value: number | bigint
    /** Written with a point, an exponent or a suffix that makes it a Java double or float. */
    real: boolean
  })
  | (Span & { kind: 'constant'; value: boolean | null })
  | (Span & { kind: 'array'; items: Node[] })
  | (Span & { kind: 'map'; entries: { key: Node; value: Node }[] })
  | NameNode
  | MemberNode
  | (Span & { kind: 'index'; object: Node; index: Node })
  | CallNode
  | MethodNode
  | (Span & { kind: 'unary'; op: UnaryOperator; operand: Node })
  | BinaryNode
  | (Span & { kind: 'conditional'; test: Node; whenTrue: Node; whenFalse: Node })
  | (Span & { kind: 'fallback'; op: '?:' | '??'; left: Node; right: Node })
  | LambdaNode

/** The nodes directly below one node, in the order of the source. */
export function childrenOf(node: Node): Node[] {
  switch (node.kind) {
    case 'text':
    case 'number':
    case 'constant':
    case 'name':
      return []
    case 'array':
      return node.items
    case 'map':
      return node.entries.flatMap((entry) => [entry.key, entry.value])
    case 'member':
      return [node.object]
    case 'index':
      return [node.object, node.index]
    case 'call':
      return node.args
    case 'method':
      return [node.object, ...node.args]
    case 'unary':
      return [node.operand]
    case 'binary':
    case 'fallback':
      return [node.left, node.right]
    case 'conditional':
      return [node.test, node.whenTrue, node.whenFalse]
    case 'lambda':
      return [node.body]
  }
}
