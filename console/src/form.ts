import { z } from 'zod';

/** What is wrong with a form, by field. */
export type FormProblems = Readonly<Record<string, string>>;

/** A form that was read, or what is wrong with it. */
export type ReadForm<Form> =
  | { readonly ok: true; readonly form: Form }
  | { readonly ok: false; readonly problems: FormProblems };

/** Reads a form's fields by a schema; the first problem of each field is told. */
export function readForm<Form>(schema: z.ZodType<Form>, fields: unknown): ReadForm<Form> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { ok: true, form: parsed.data };
  const problems = new Map<string, string>();
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0] ?? '');
    if (!problems.has(field)) problems.set(field, message);
  }
  return { ok: false, problems: Object.fromEntries(problems) };
}

/** Somebody's sign-in name: 2 to 64 letters, digits and `. _ @ -`. */
export const nameField: z.ZodType<string> = z
  .string('Enter a name.')
  .trim()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u,
    'Use 2 to 64 letters, digits and . _ @ -, beginning with a letter or digit.',
  );

export const roleField: z.ZodType<'analyst' | 'lead' | 'admin' | 'auditor'> = z.enum(
  ['analyst', 'lead', 'admin', 'auditor'],
  'Choose a role.',
);

/** Text of any kind, possibly empty. */
export const textField: z.ZodType<string> = z.string().max(1024, 'This is too long.').default('');
