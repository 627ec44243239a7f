import { useState } from 'react';
import { useAdminWords } from './admin-words.js';
import { ActForm } from './fields.js';
import { useSettingWords, type SettingWord } from './setting-words.js';

type Value = string | number | boolean;
type NameIn<Settings> = keyof Settings & SettingWord;

/** One heading and the settings below it, by their names in the contract. */
export interface SettingGroup<Settings> {
  title: SettingWord;
  settings: readonly NameIn<Settings>[];
}

/**
 * Settings as they stand, to be changed. Only what somebody changed is sent, so that two people who change different
 * things at the same time do not undo each other.
 */
export function SettingsForm<Settings extends Partial<Record<SettingWord, Value>>>({
  groups,
  values,
  act,
}: {
  groups: readonly SettingGroup<Settings>[];
  values: Settings;
  act: { mutate: (changes: Partial<Settings>) => void; isPending: boolean; error: Error | null };
}) {
  const words = useAdminWords();
  const [said, say] = useState<'settingsKept' | 'nothingChanged'>();
  return (
    <ActForm
      act={act}
      submit={words('keepSettings')}
      said={said === undefined || act.isPending || act.error !== null ? undefined : words(said)}
      send={(text) => {
        const changes: Partial<Settings> = {};
        for (const name of groups.flatMap(({ settings }) => settings)) {
          const typed = readAs(values[name], text(name)) as Settings[typeof name];
          if (typed !== values[name]) changes[name] = typed;
        }
        const isChanged = Object.keys(changes).length > 0;
        say(isChanged ? 'settingsKept' : 'nothingChanged');
        if (isChanged) act.mutate(changes);
      }}
    >
      {groups.map(({ title, settings }) => (
        <Group key={title} title={title} fields={settings.map((name) => [name, values[name]])} />
      ))}
    </ActForm>
  );
}

/** What was typed, in the kind that the setting has. */
function readAs(now: Value | undefined, typed: string): Value {
  if (typeof now === 'boolean') return typed === 'on';
  return typeof now === 'number' ? Number(typed) : typed;
}

function Group({
  title,
  fields,
}: {
  title: SettingWord;
  fields: readonly (readonly [SettingWord, Value | undefined])[];
}) {
  const words = useSettingWords();
  return (
    <fieldset className="wide settings">
      <legend>{words(title)}</legend>
      {fields.map(([name, value]) =>
        typeof value === 'boolean' ? (
          <label key={name} className="tick wide">
            <input type="checkbox" name={name} defaultChecked={value} />
            {words(name)}
          </label>
        ) : (
          <label key={name}>
            {words(name)}
            {typeof value === 'number' ? (
              <input name={name} type="number" step={1} min={0} required defaultValue={value} />
            ) : (
              <input name={name} required maxLength={64} spellCheck={false} defaultValue={value} />
            )}
          </label>
        ),
      )}
    </fieldset>
  );
}
