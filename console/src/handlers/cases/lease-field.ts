import { z } from 'zod';

/** The lease a form was opened under; nothing when it was opened without one. */
export const leaseField: z.ZodType<number | undefined> = z
  .union([z.literal('').transform(() => undefined), z.coerce.number().int().min(1)])
  .optional();

/** A lease token as commands take it: left out when there is none. */
export function underLease(token: number | undefined): { readonly leaseToken?: number } {
  return token === undefined ? {} : { leaseToken: token };
}
