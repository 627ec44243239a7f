import type { LabRegister } from '#journey/lab';
import type { Caller } from '#platform/access';

/** The laboratory to which a caller's reading is confined; undefined for organisers, who see all. */
export async function ownLabOf(labs: LabRegister, caller: Caller): Promise<string | undefined> {
  return caller.kind === 'staff' && caller.role === 'lab' ? labs.labOf(caller.id) : undefined;
}
