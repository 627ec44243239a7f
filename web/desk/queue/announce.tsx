import type { SubmitEvent } from 'react';
import { uuidv7 } from 'uuidv7';
import { Trouble } from '../../every-page/look/states.js';
import { useAnnounce } from './use-queue.js';
import { useWords } from './words.js';

const durations = [15, 30, 60, 180];

/** Tells everybody who waits something, over the board. */
export function Announce({ siteId }: { siteId: string }) {
  const words = useWords();
  const announce = useAnnounce(siteId);
  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const field = (name: string) => {
      const value = typed.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const en = field('en');
    announce.mutate(
      {
        id: uuidv7(),
        zh: field('zh'),
        ...(en === '' ? {} : { en }),
        expiresAt: new Date(Date.now() + Number(field('minutes')) * 60_000).toISOString(),
      },
      { onSuccess: () => form.reset() },
    );
  }
  return (
    <form className="panel announce" onSubmit={send}>
      <h2>{words('announce')}</h2>
      <p className="hint">{words('announceHint')}</p>
      <label>
        {words('zh')}
        <input name="zh" maxLength={120} required />
      </label>
      <label>
        {words('en')}
        <input name="en" maxLength={240} lang="en" />
      </label>
      <div className="fields">
        <label>
          {words('forMinutes')}
          <select name="minutes" defaultValue={30}>
            {durations.map((count) => (
              <option key={count} value={count}>
                {words('minutesOnly', { count })}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" disabled={announce.isPending}>
          {words('send')}
        </button>
      </div>
      {announce.error !== null && <Trouble error={announce.error} />}
      {announce.isSuccess && <p role="status">{words('sent')}</p>}
    </form>
  );
}
