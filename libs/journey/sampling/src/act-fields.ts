import { z } from 'zod';

/** Text that PostgreSQL can store and a screen can show: no control characters. */
export const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\u0000-\u001f\u007f]*$/u);

export const barcode = line(64);
