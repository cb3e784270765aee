import { z } from 'zod'

// The messages are keys of the area `access`. Pure: the form and the server check with the same rules.

export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'access.problems.emailMissing')
  .max(320, 'access.problems.emailWrong')
  .pipe(z.email('access.problems.emailWrong'))

/** Length is what makes a password strong; nothing is demanded of its characters. */
export const newPasswordField = z
  .string()
  .min(12, 'access.problems.passwordShort')
  .max(256, 'access.problems.passwordLong')

export const claimInput = z.object({
  token: z.string().min(1),
  name: z.string().trim().min(1, 'access.problems.nameMissing').max(100, 'access.problems.nameLong'),
  email: emailField,
  password: newPasswordField,
})

export const signInInput = z.object({
  email: emailField,
  password: z.string().min(1, 'access.problems.passwordMissing'),
})

export type ClaimInput = z.output<typeof claimInput>
export type SignInInput = z.output<typeof signInInput>
