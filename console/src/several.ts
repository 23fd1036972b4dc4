import { z } from 'zod';

/** Boxes that were ticked, at least one: a form sends one as text, several as a list. */
export function several<const Value extends string>(
  values: readonly Value[],
  problem: string,
): z.ZodType<readonly Value[]> {
  const allowed: readonly string[] = values;
  const isOne = (value: string): value is Value => allowed.includes(value);
  return z
    .union([z.string(), z.array(z.string())], problem)
    .transform((given) => [...new Set([given].flat())].filter(isOne))
    .refine((given) => given.length > 0, problem);
}
