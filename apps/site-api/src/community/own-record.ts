import type { ResidentRegister } from '#journey/community';
import type { Caller } from '#platform/access';

/**
 * Staff may see whom their scope holds, which the ledger itself knows; a resident sees themselves and their wards, and
 * others do not exist for them.
 */
export async function maySee(register: ResidentRegister, caller: Caller, residentId: string): Promise<boolean> {
  return caller.kind === 'staff' || caller.id === residentId || register.isWard(residentId, caller.id);
}

/** The account that did it; null when a resident did it for themselves. */
export function staffIdOf(caller: Caller): string | null {
  return caller.kind === 'staff' ? caller.id : null;
}
