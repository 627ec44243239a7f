import { useSites } from '../admin/sites-admin.js';
import { useShellWords } from '../shell-words.js';
import { useDesk } from '../desk.js';
import { useRounds } from '../today/round-data.js';
import { AreaPicker } from '../../every-page/areas/area-picker.js';
import { usePickWords } from './pick-words.js';
import { scopeKinds, scopeOf, type Scope } from './scopes.js';

/** Chooses what somebody answers for: everything, an area, a site or a round, by name. */
export function ScopePicker({ scope, onChange }: { scope: Scope; onChange: (scope: Scope) => void }) {
  const words = usePickWords();
  const { session } = useDesk();
  const { kind } = scope;
  const chooseKey = (key: string) => onChange({ kind, key });
  return (
    <>
      <label>
        {words('scope')}
        <select
          value={kind}
          onChange={({ target }) => onChange(scopeOf({ kind: target.value, key: target.value === 'all' ? '*' : '' }))}
        >
          {scopeKinds.map((one) => (
            <option key={one} value={one}>
              {words(`scope_${one}`)}
            </option>
          ))}
        </select>
      </label>
      {kind === 'area' && <AreaPicker session={session} label={words('scope_area')} onChoose={chooseKey} />}
      {kind === 'site' && <SiteChoice value={scope.key} onChoose={chooseKey} />}
      {kind === 'round' && <RoundChoice value={scope.key} onChoose={chooseKey} />}
    </>
  );
}

interface Given {
  value: string;
  onChoose: (id: string) => void;
}

function SiteChoice(given: Given) {
  const sites = useSites();
  const options = (sites.data ?? []).map(({ id, name, code }) => ({ id, label: `${name} · ${code}` }));
  return <Choice kind="site" options={options} {...given} />;
}

function RoundChoice(given: Given) {
  const shell = useShellWords();
  const rounds = useRounds();
  const options = (rounds.data ?? []).map(({ id, name, state }) => ({
    id,
    label: `${name} · ${shell(`state_${state}`)}`,
  }));
  return <Choice kind="round" options={options} {...given} />;
}

function Choice({
  kind,
  options,
  value,
  onChoose,
}: Given & { kind: 'site' | 'round'; options: readonly { id: string; label: string }[] }) {
  const words = usePickWords();
  return (
    <label>
      {words(`scope_${kind}`)}
      <select required value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{words('choose')}</option>
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
