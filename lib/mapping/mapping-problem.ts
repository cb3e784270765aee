/** Something wrong or doubtful about a mapping; its sentence is `mapper.problems.<code>` filled with `values`. */
export type MappingProblem = {
  /** The row it is about; absent where something is missing. */
  rowId?: string
  /** The target field it is about, by its path in the tree. */
  path?: string
  severity: 'error' | 'warning'
  code: string
  values: Record<string, string | number>
}
