/** What both trees have in common. */
export type TreeField<Self> = { path: string; name: string; children: readonly Self[] }

/** A field as it stands in the open tree. Objects are reused while nothing about them changes. */
export type TreeNode<Field> = {
  path: string
  field: Field
  level: number
  hasChildren: boolean
  isOpen: boolean
  /** Its place among its siblings, from 1, and how many these are, as a screen reader says it. */
  position: number
  setSize: number
  /** Empty while the node is closed: what is not open costs nothing. */
  children: readonly TreeNode<Field>[]
}

export type TreeView<Field> = {
  roots: readonly TreeNode<Field>[]
  /** Every open row from top to bottom. */
  rows: readonly TreeNode<Field>[]
  /** Place in `rows` by path. */
  places: ReadonlyMap<string, number>
}

/** Which fields remain, and which branches are open because of it. Absent: all of them. */
export type TreeSelection = { kept: ReadonlySet<string>; matched: ReadonlySet<string> }

type ViewInput<Field> = {
  tree: readonly Field[]
  isOpen: (path: string) => boolean
  selection?: TreeSelection | undefined
}

/**
 * Lays the open part of a tree out. Nodes that are as they were in `previous` are the same objects, so that a row that
 * did not change is not drawn again. Linear in what is open.
 */
export function layTree<Field extends TreeField<Field>>(
  { tree, isOpen, selection }: ViewInput<Field>, previous?: TreeView<Field>,
): TreeView<Field> {
  const rows: TreeNode<Field>[] = []
  const places = new Map<string, number>()
  const before = (path: string): TreeNode<Field> | undefined => {
    const place = previous?.places.get(path)
    return place === undefined ? undefined : previous?.rows[place]
  }
  const keep = (fields: readonly Field[]): readonly Field[] =>
    selection ? fields.filter((field) => selection.kept.has(field.path)) : fields

  const lay = (field: Field, level: number, position: number, setSize: number): TreeNode<Field> => {
    const place = rows.length
    const inner = keep(field.children)
    const known = before(field.path)
    const open = inner.length > 0 && isOpen(field.path)
    places.set(field.path, place)
    rows.length += 1
    const children = open ? inner.map((child, at) => lay(child, level + 1, at + 1, inner.length)) : []
    const isSame = known !== undefined && known.field === field && known.isOpen === open && known.level === level
      && known.position === position && known.setSize === setSize && known.hasChildren === inner.length > 0
      && isSameList(known.children, children)
    const node = isSame ? known : { path: field.path, field, level, position, setSize, hasChildren: inner.length > 0, isOpen: open, children }
    rows[place] = node
    return node
  }
  const kept = keep(tree)
  const roots = kept.map((field, at) => lay(field, 1, at + 1, kept.length))
  return { roots, rows, places }
}

const isSameList = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at])
