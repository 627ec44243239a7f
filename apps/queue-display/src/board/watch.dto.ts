import { z } from 'zod';

/** What a screen says: which site's board it wants to show, or no longer shows. */
export const watchRequest = z.strictObject({ siteId: z.uuid() });
