import { z } from 'zod';
import { roles } from '#platform/access';

export const accountId = z.uuid();

const password = z.string().min(8).max(256);

export const newAccount = z.strictObject({
  username: z.string().regex(/^[a-z][a-z0-9._-]{1,63}$/),
  role: z.enum(roles),
  displayName: z.string().trim().min(1).max(64),
  password,
});

export const newPassword = z.strictObject({ password });

export const disabling = z.strictObject({ reason: z.string().trim().min(1).max(200) });

export const account = z.object({
  id: z.uuid(),
  username: z.string(),
  role: z.enum(roles),
  displayName: z.string(),
  disabled: z.boolean(),
});
export const nameQuery = z.strictObject({
  ids: z
    .string()
    .max(4_000)
    .transform((list) => list.split(','))
    .pipe(z.array(z.uuid()).min(1).max(100)),
});
export const nameList = z.object({
  names: z.array(z.object({ id: z.uuid(), displayName: z.string(), role: z.enum(roles) })),
});
export const accountList = z.object({ accounts: z.array(account) });
