import { ChangeForm } from './change-form.js';
import { useSettingWords, type SettingWord } from './setting-words.js';

type Value = string | number | boolean;
type NameIn<Settings> = keyof Settings & SettingWord;

/** One heading and the settings below it, by their names in the contract. */
export interface SettingGroup<Settings> {
  title: SettingWord;
  settings: readonly NameIn<Settings>[];
}

/** Settings as they stand, to be changed. */
export function SettingsForm<Settings extends Partial<Record<SettingWord, Value>>>({
  groups,
  values,
  change,
}: {
  groups: readonly SettingGroup<Settings>[];
  values: Settings;
  /** Tells the house which ones were changed. @throws {Refusal} */
  change: (settings: Partial<Settings>) => Promise<unknown>;
}) {
  return (
    <ChangeForm
      change={(changes) => {
        const settings: Partial<Settings> = {};
        for (const name of groups.flatMap((group) => group.settings)) {
          const typed = changes[name];
          if (typed !== undefined) settings[name] = readAs(values[name], typed);
        }
        return change(settings);
      }}
    >
      {groups.map(({ title, settings }) => (
        <Group key={title} title={title} fields={settings.map((name) => [name, values[name]])} />
      ))}
    </ChangeForm>
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
