import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { answerOf, Refusal } from '../../every-page/house.js';
import { Loading, Trouble } from '../../every-page/look/states.js';
import { house, session, type BoxRecord, type Receipt } from '../house.js';
import { boxQuery, keepBox } from '../packing/pack-tube.js';
import { Custody } from '../road/custody.js';
import { stateWord } from '../road/words.js';
import { sound } from '../../every-page/verdict/verdict-sound.js';
import { Refused } from '../../every-page/look/refused.js';
import { typedText } from '../typed-text.js';
import { ReceiptDone } from './receipt-done.js';
import { TubeCheck } from './tube-check.js';
import { useWords } from './words.js';

/** One box at the counter: signed for, gone through, written down. */
export function ReceivedBox({ code, onLeave }: { code: string; onLeave: () => void }) {
  const box = useQuery(boxQuery(code));
  const receipt = useQuery({
    queryKey: ['receipt', code],
    queryFn: () => receiptOf(code),
    enabled: box.data?.state === 'received',
  });
  if (box.data === undefined) {
    return box.isError ? <Trouble error={box.error} onTryAgain={() => void box.refetch()} /> : <Loading />;
  }
  if (box.data.state !== 'received') return <Signing box={box.data} onLeave={onLeave} />;
  if (receipt.data === undefined) {
    return receipt.isError ? <Trouble error={receipt.error} onTryAgain={() => void receipt.refetch()} /> : <Loading />;
  }
  return receipt.data === null ? (
    <TubeCheck box={box.data} onLeave={onLeave} />
  ) : (
    <ReceiptDone receipt={receipt.data} onLeave={onLeave} />
  );
}

/** Null while nobody has written down what was in the box. */
async function receiptOf(boxCode: string): Promise<Receipt | null> {
  try {
    return await answerOf(house.GET('/api/v1/lab/receipts', { params: { query: { boxCode } } }));
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return null;
    throw error;
  }
}

function Signing({ box, onLeave }: { box: BoxRecord; onLeave: () => void }) {
  const words = useWords();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isSigning, setSigning] = useState(false);
  const carrier = box.custody.at(-1)?.takenBy ?? '';

  async function sign(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const givenBy = typedText(event.currentTarget, 'givenBy');
    setSigning(true);
    setRefusal(undefined);
    try {
      const params = { path: { code: box.code } };
      keepBox(await session.ask(house.PUT('/api/v1/boxes/{code}/receipt', { params, body: { givenBy } })));
      sound('right');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sound('wrong');
      setRefusal(error);
      setSigning(false);
    }
  }

  return (
    <div className="start">
      <h1>
        {words('box')} <code>{box.code}</code> · {words('tubesOf', { count: box.tubes })}
      </h1>
      <Custody box={box} />
      {box.state === 'dispatched' ? (
        <form className="panel signing" onSubmit={(event) => void sign(event)}>
          <h2>{words('signTitle')}</h2>
          <label>
            {words('courier')}
            <input
              name="givenBy"
              required
              maxLength={64}
              defaultValue={carrier}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </label>
          <p className="hint">{words('courierHint')}</p>
          <p>{words('taker', { name: session.current()?.staff.displayName ?? '' })}</p>
          <button type="submit" className="main" disabled={isSigning}>
            {words(isSigning ? 'signing' : 'sign')}
          </button>
        </form>
      ) : (
        <p className="wrong" role="alert">
          {words('notOnItsWay', { state: words(stateWord[box.state]) })}
        </p>
      )}
      <Refused refusal={refusal} />
      <p>
        <button type="button" onClick={onLeave}>
          {words('another')}
        </button>
      </p>
    </div>
  );
}
