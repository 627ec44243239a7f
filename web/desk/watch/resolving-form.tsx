import { useState, type SubmitEvent } from 'react';
import { Refusal } from '../../every-page/house.js';
import { house, memory, session, type Exception } from '../house.js';
import { Refused } from '../../every-page/look/refused.js';
import { typedText } from '../typed-text.js';
import { useWords as useDeskWords } from '../words.js';
import { useWords } from './words.js';

const resolutions = ['accepted', 'corrected', 'withdrawn', 'resampled', 'unfounded'] as const;
const owners = ['sitelead', 'organiser', 'security', 'gridworker'] as const;

/** Ends an exception with a word and a reason, or hands it on to whoever can. */
export function ResolvingForm({ exception }: { exception: Exception }) {
  const words = useWords();
  const desk = useDeskWords();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isSending, setSending] = useState(false);
  const isCase = exception.kind === 'not-listed' || exception.kind === 'not-me';
  const params = { path: { id: exception.id } };

  async function send(work: () => Promise<unknown>): Promise<void> {
    setSending(true);
    setRefusal(undefined);
    try {
      await work();
      await memory.invalidateQueries({ queryKey: ['work'] });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }

  function resolve(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const note = typedText(event.currentTarget, 'note');
    const resolution = resolutions.find((one) => one === typedText(event.currentTarget, 'resolution')) ?? 'accepted';
    const outcome = resolution === 'unfounded' ? ('unfounded' as const) : ('confirmed' as const);
    void send(() =>
      isCase
        ? session.ask(house.PUT('/api/v1/cases/{id}/resolution', { params, body: { outcome, note } }))
        : session.ask(house.PUT('/api/v1/exceptions/{id}/resolution', { params, body: { resolution, note } })),
    );
  }

  return (
    <form className="settling" onSubmit={resolve}>
      {isCase && <p className="hint">{words('caseHint')}</p>}
      <label>
        {words('resolution')}
        <select name="resolution" defaultValue={isCase ? 'unfounded' : 'accepted'}>
          {resolutions
            .filter((one) => !isCase || one === 'unfounded' || one === 'accepted')
            .map((one) => (
              <option key={one} value={one}>
                {words(`resolution_${one}`)}
              </option>
            ))}
        </select>
      </label>
      <label>
        {words('note')}
        <input name="note" required maxLength={500} autoComplete="off" />
      </label>
      <button type="submit" className="main" disabled={isSending}>
        {words(isSending ? 'resolving' : 'resolve')}
      </button>
      <label className="hand-on">
        {words('handOn')}
        <select
          value={exception.ownerRole}
          disabled={isSending}
          onChange={({ target }) => {
            const role = owners.find((one) => one === target.value);
            if (role === undefined) return;
            void send(() => session.ask(house.PUT('/api/v1/exceptions/{id}/owner', { params, body: { role } })));
          }}
        >
          {owners.map((one) => (
            <option key={one} value={one}>
              {desk(`role_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Refused refusal={refusal} />
    </form>
  );
}
