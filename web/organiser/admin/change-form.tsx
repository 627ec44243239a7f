import { useState, type ReactNode } from 'react';
import { useAct } from '../desk.js';
import { useAdminWords } from './admin-words.js';
import { changesIn, standsNow, untyped, type Changes } from './changes.js';
import { ActForm } from './fields.js';

/**
 * What stands somewhere, to be changed. Only what somebody changed is sent, so that two people who change different things
 * at the same time do not undo each other.
 */
export function ChangeForm({
  change,
  isMain = false,
  children,
}: {
  /** Tells the house what was changed. @throws {Refusal} */
  change: (changes: Changes) => Promise<unknown>;
  isMain?: boolean;
  children: ReactNode;
}) {
  const words = useAdminWords();
  const [said, say] = useState<'settingsKept' | 'nothingChanged'>();
  const act = useAct(async ({ form, changes }: { form: HTMLFormElement; changes: Changes }) => {
    await change(changes);
    standsNow(form, changes);
  });
  return (
    <ActForm
      act={act}
      isMain={isMain}
      form={untyped}
      submit={words('keepSettings')}
      said={said === undefined || act.isPending || act.error !== null ? undefined : words(said)}
      send={(_text, form) => {
        const changes = changesIn(form);
        const isChanged = Object.keys(changes).length > 0;
        say(isChanged ? 'settingsKept' : 'nothingChanged');
        if (isChanged) act.mutate({ form, changes });
        else act.reset();
      }}
    >
      {children}
    </ActForm>
  );
}
