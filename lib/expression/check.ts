import { checkCall, checkMethod } from './check-call'
import { checkField, readFieldPath } from './check-field'
import type { ExpressionError, Saying } from './expression-error'
import { limits } from './limits'
import { childrenOf, type Node, type Span } from './node'

/** What is known of a source field's type; used to warn of arguments that cannot fit. */
export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'array' | 'object' | 'map'

export type CheckContext = {
  /**
   * Whether the source has a field, or of what type it is. The path is written `order.items[0].name`: a dot inside
   * a name as `\.`, an index that is computed as `[*]`. Without this no field is reported as unknown.
   */
  fields?: (path: string) => boolean | FieldType
  /** The length of the source; taken from the tree's end where it is not given. */
  sourceLength?: number
  /** 4096 where it is not given, Adobe's own bound. */
  maxLength?: number
}

/** Collects what the checks of single nodes find. */
export type CheckReport = {
  context: CheckContext
  add: (severity: 'error' | 'warning', code: string, message: string, span: Span, saying?: Saying) => void
}

/**
 * Everything that can be said against an expression without a record, in the order of the source: unknown functions
 * and fields, wrong numbers of arguments, reserved words used as names, excessive length (errors); functions which
 * Adobe only has in some places, methods it does not document, variables inside quotes (warnings).
 */
export function checkExpression(ast: Node, context: CheckContext = {}): ExpressionError[] {
  const found: ExpressionError[] = []
  const report: CheckReport = {
    context,
    add: (severity, code, message, { start, end }, saying) => found.push({ severity, code, message, ...saying, start, end }),
  }
  const length = context.sourceLength ?? ast.end
  const maxLength = context.maxLength ?? limits.adobeSourceLength
  if (length > maxLength) {
    report.add('error', 'too-long', `Adobe takes at most ${maxLength} characters; these are ${length}.`, ast, {
      variant: 'adobe', values: { most: maxLength, count: length },
    })
  }
  walk(ast, new Set(), report)
  return found.toSorted((a, b) => a.start - b.start)
}

/** Visits nodes from a list instead of the call stack, since a row of operators may be thousands long. */
function walk(root: Node, noNames: ReadonlySet<string>, report: CheckReport): void {
  const open: { node: Node; locals: ReadonlySet<string> }[] = [{ node: root, locals: noNames }]
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { node, locals } = entry
    const path = readFieldPath(node)
    if (path !== null) {
      checkField(path, locals, report)
      for (const index of path.indexes) open.push({ node: index, locals })
      continue
    }
    if (node.kind === 'call') checkCall(node, report)
    if (node.kind === 'method') checkMethod(node, report)
    if (node.kind === 'text') checkText(node.value, node, report)
    const inner = node.kind === 'lambda' ? new Set([...locals, ...node.parameters]) : locals
    // The second argument names an attribute of the elements, not a field of the record.
    const namesAttribute = node.kind === 'call' && node.name === 'object_to_map' && node.args.length === 2
    const children = childrenOf(node)
    for (const child of namesAttribute ? children.slice(0, 1) : children) open.push({ node: child, locals: inner })
  }
}

function checkText(value: string, span: Span, report: CheckReport): void {
  if (!/\$\{[^}]*\}/.test(value)) return
  report.add(
    'warning', 'variable-in-text',
    'Inside quotes ${…} is not a field; only Adobe’s own connectors replace it there.', span,
  )
}
