import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Refusal } from '../../every-page/house.js';
import type { Language } from '../../every-page/language.js';
import { memory, session } from '../house.js';
import { Refused } from '../../every-page/look/refused.js';
import { typedText } from '../typed-text.js';
import { momentText } from '../moments.js';
import { useWords } from './words.js';

type Words = ReturnType<typeof useWords>;

/** Told anew when somebody chooses the other language. */
export type Sentence = (words: Words, language: Language) => string;

/** Takes a sentence about what was done, or about why it could not be. */
export type Told = (sentence: Sentence, isWrong?: boolean) => void;

interface Answers {
  agree: () => Promise<unknown>;
  refuse: (reason: string) => Promise<unknown>;
  /** Undefined where a proposal cannot be taken back. */
  withdraw?: () => Promise<unknown>;
}

interface ProposalProps extends Answers {
  /** What kind of change it is. */
  title: Parameters<Words>[0];
  /** What tells it from the others of its kind; its kind, where the list mixes them. */
  heading?: ReactNode;
  authorId: string;
  who: string;
  proposedAt: string;
  /** Why it was proposed; null where nothing was added. */
  why: ReactNode;
  from: ReactNode;
  to: ReactNode;
  /** Told what was done; the proposal itself is gone from the list after that. */
  onDone: Told;
}

/** What somebody wants changed, from what to what, and the second person's answer. Nobody is asked about their own. */
export function Proposal(props: ProposalProps) {
  const { title, heading, authorId, who, proposedAt, why, from, to, agree, refuse, withdraw, onDone } = props;
  const words = useWords();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isRefusing, setRefusing] = useState(false);
  const [isSending, setSending] = useState(false);
  const isOwn = authorId === session.current()?.staff.id;
  const time = momentText(proposedAt);

  async function send(what: 'agree' | 'refuse' | 'withdraw', work: () => Promise<unknown>): Promise<void> {
    setSending(true);
    setRefusal(undefined);
    try {
      await work();
      onDone((say) => say('because', { what: say(title), why: say(`done_${what}`) }));
      await memory.invalidateQueries();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // What spoke against it has ended the proposal: it leaves the list, and the reason must not leave with it.
      if (what === 'agree' && error.status === 409)
        onDone((say, spoken) => say('because', { what: say(title), why: error.messages[spoken] }), true);
      setRefusal(error);
      setSending(false);
      await memory.invalidateQueries({ queryKey: ['waiting'] });
    }
  }

  function sendRefusal(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const reason = typedText(event.currentTarget, 'reason');
    void send('refuse', () => refuse(reason));
  }

  return (
    <li className="panel proposal">
      <h3>{heading ?? words(title)}</h3>
      <p className="by">
        {isOwn ? words('byYou', { time }) : words('proposedBy', { who, time })}
        {why !== null && <> · {why}</>}
      </p>
      <dl className="change">
        <div>
          <dt>{words('from')}</dt>
          <dd>{from}</dd>
        </div>
        <div className="to">
          <dt>{words('to')}</dt>
          <dd>{to}</dd>
        </div>
      </dl>
      {isOwn ? (
        <p className="row">
          <span>{words('ownHint')}</span>
          {withdraw !== undefined && (
            <button type="button" disabled={isSending} onClick={() => void send('withdraw', withdraw)}>
              {words('takeBack')}
            </button>
          )}
        </p>
      ) : (
        <div className="row">
          <button type="button" className="main" disabled={isSending} onClick={() => void send('agree', agree)}>
            {words('agree')}
          </button>
          {isRefusing ? (
            <form className="settling" onSubmit={sendRefusal}>
              <label>
                {words('refuseReason')}
                <input name="reason" required minLength={2} maxLength={500} autoComplete="off" autoFocus />
              </label>
              <button type="submit" className="danger" disabled={isSending}>
                {words('refuse')}
              </button>
            </form>
          ) : (
            <button type="button" className="danger" onClick={() => setRefusing(true)}>
              {words('refuse')}
            </button>
          )}
        </div>
      )}
      <Refused refusal={refusal} />
    </li>
  );
}
