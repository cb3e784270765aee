import type { FieldValues, Path, UseFormSetError } from 'react-hook-form'

/** Puts the server's complaints beside the fields they are about, and moves the focus to the first. */
export function applyFieldErrors<Values extends FieldValues>(
  setError: UseFormSetError<Values>,
  fieldErrors: Record<string, string> | undefined,
): void {
  Object.entries(fieldErrors ?? {}).forEach(([path, message], index) => {
    // The paths come from the schema that the form's values are typed by.
    setError(path as Path<Values>, { type: 'server', message }, { shouldFocus: index === 0 })
  })
}
