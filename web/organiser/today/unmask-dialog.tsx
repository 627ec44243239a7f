import { useEffect, useRef, type SubmitEvent } from 'react';
import { useAct, useDesk, Wrong } from '../desk.js';
import { useShellWords } from '../shell-words.js';
import type { InClear, MissingPerson } from './missing-data.js';
import { useMissingWords } from './missing-words.js';

const purposes = ['contact-resident', 'home-visit', 'identity-check', 'complaint', 'emergency'] as const;
const fields = ['name', 'document', 'phone'] as const;

/** Asks why somebody has to be seen in clear. The house writes it down before it answers. */
export function UnmaskDialog({
  person,
  onClose,
  onSeen,
}: {
  person: MissingPerson;
  onClose: () => void;
  onSeen: (seen: InClear) => void;
}) {
  const words = useMissingWords();
  const shell = useShellWords();
  const { house, ask } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const unmask = useAct(
    (body: { reason: (typeof purposes)[number]; text: string; fields: (typeof fields)[number][] }) =>
      ask(house.POST('/api/v1/residents/{id}/unmasking', { params: { path: { id: person.residentId } }, body })),
  );
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const reason = purposes.find((one) => one === typed.get('reason'));
    const text = typed.get('text');
    const asked = fields.filter((one) => typed.getAll('field').includes(one));
    if (reason === undefined || typeof text !== 'string' || asked.length === 0) return;
    unmask.mutate(
      { reason, text, fields: asked },
      {
        onSuccess: ({ name, documentNumber, phone }) =>
          onSeen({
            ...(asked.includes('name') ? { name } : {}),
            ...(asked.includes('document') ? { document: documentNumber } : {}),
            ...(asked.includes('phone') ? { phone } : {}),
          }),
      },
    );
  };
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="unmask">
      <form onSubmit={send}>
        <h2 id="unmask">{words('unmaskOf', { name: person.maskedName })}</h2>
        <p className="warning">{words('unmaskWhy')}</p>
        <label>
          {words('unmaskReason')}
          <select name="reason">
            {purposes.map((purpose) => (
              <option key={purpose} value={purpose}>
                {words(`why_${purpose}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('unmaskText')}
          <input name="text" required maxLength={200} placeholder={words('unmaskTextHint')} />
        </label>
        <fieldset>
          <legend>{words('unmaskFields')}</legend>
          {fields.map((field) => (
            <label key={field} className="tick">
              <input type="checkbox" name="field" value={field} defaultChecked={field !== 'document'} />
              {words(`field_${field}`)}
            </label>
          ))}
        </fieldset>
        <Wrong error={unmask.error} />
        <p className="buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            {shell('cancel')}
          </button>
          <button type="submit" className="main" disabled={unmask.isPending}>
            {words('unmask_do')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
