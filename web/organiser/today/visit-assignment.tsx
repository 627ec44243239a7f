import { useState } from 'react';
import { useAct, useDesk, Wrong } from '../desk.js';
import { useShellWords } from '../shell-words.js';
import { useMissingWords } from './missing-words.js';
import { useAccounts } from './round-data.js';

/** Who may be sent to a door. */
const goToDoors: readonly string[] = ['gridworker', 'collector', 'scanner'];
const nobody = 'nobody';

/** Sends one person to the doors of all who are selected. */
export function VisitAssignment({
  roundId,
  residentIds,
  onDone,
}: {
  roundId: string;
  residentIds: readonly string[];
  onDone: () => void;
}) {
  const words = useMissingWords();
  const shell = useShellWords();
  const { house, ask } = useDesk();
  const accounts = useAccounts();
  const [chosen, choose] = useState('');
  const assign = useAct((visitorId: string | null) =>
    ask(
      house.PUT('/api/v1/rounds/{id}/home-visits', {
        params: { path: { id: roundId } },
        body: { residentIds: [...residentIds], visitorId },
      }),
    ),
  );
  const visitors = (accounts.data ?? []).filter(({ role, disabled }) => goToDoors.includes(role) && !disabled);
  return (
    <div className="assignment" role="group" aria-label={words('assignTo')}>
      <strong>{words('selected', { count: residentIds.length })}</strong>
      <label>
        <span className="for-readers">{words('assignTo')}</span>
        <select value={chosen} onChange={({ target }) => choose(target.value)}>
          <option value="">{words('assignTo')}</option>
          {visitors.map(({ id, displayName, role }) => (
            <option key={id} value={id}>
              {displayName} · {shell(`role_${role}`)}
            </option>
          ))}
          <option value={nobody}>{words('takeBack')}</option>
        </select>
      </label>
      <button
        type="button"
        className="main"
        disabled={chosen === '' || residentIds.length === 0 || assign.isPending}
        onClick={() => assign.mutate(chosen === nobody ? null : chosen, { onSuccess: onDone })}
      >
        {words('assign')}
      </button>
      {assign.data !== undefined && <span role="status">{words('assigned', { count: assign.data.changed })}</span>}
      <Wrong error={assign.error} />
    </div>
  );
}
