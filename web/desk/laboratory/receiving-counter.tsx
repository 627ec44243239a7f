import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../../every-page/house.js';
import { useLanguage } from '../../every-page/language-context.js';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { freshEveryMs, house, session } from '../house.js';
import { momentText } from '../moments.js';
import { isBoxCode, keepBox, readBox } from '../packing/pack-tube.js';
import { ScanField } from '../scan-field.js';
import { Stale } from '../stale.js';
import { ReceivedBox } from './received-box.js';
import { useWords } from './words.js';

/** Where boxes come in: both sides sign, then tube by tube. */
export function ReceivingCounter() {
  const [code, setCode] = useState<string>();
  return code === undefined ? (
    <Arrivals onBox={setCode} />
  ) : (
    <ReceivedBox key={code} code={code} onLeave={() => setCode(undefined)} />
  );
}

function Arrivals({ onBox }: { onBox: (code: string) => void }) {
  const words = useWords();
  const language = useLanguage();
  const [wrong, setWrong] = useState<Refusal | 'not-a-code'>();
  const [isAsking, setAsking] = useState(false);
  async function take(code: string): Promise<void> {
    if (!isBoxCode(code)) {
      setWrong('not-a-code');
      return;
    }
    setAsking(true);
    setWrong(undefined);
    try {
      keepBox(await readBox(code));
      onBox(code);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setWrong(error);
      setAsking(false);
    }
  }
  return (
    <div className="start">
      <h1>{words('scanBox')}</h1>
      <p className="hint">{words('scanBoxHint')}</p>
      <ScanField label={words('boxCode')} onCode={(code) => void take(code)} />
      {isAsking && <Loading what={words('opening')} />}
      {wrong !== undefined && (
        <p className="wrong" role="alert">
          {wrong === 'not-a-code' ? words('notABoxCode') : wrong.messages[language]}
        </p>
      )}
      <Expected onBox={(code) => void take(code)} />
    </div>
  );
}

function Expected({ onBox }: { onBox: (code: string) => void }) {
  const words = useWords();
  const list = useQuery({
    queryKey: ['boxes', 'dispatched', 'expected'],
    queryFn: () => session.ask(house.GET('/api/v1/boxes', { params: { query: { state: 'dispatched' } } })),
    refetchInterval: freshEveryMs,
  });
  if (list.data === undefined) {
    return list.isError ? <Trouble error={list.error} onTryAgain={() => void list.refetch()} /> : <Loading />;
  }
  const { boxes } = list.data;
  return (
    <section className="expected">
      <Stale error={list.error} />
      {boxes.length === 0 ? (
        <Empty title={words('expectedEmpty')}>
          <p>{words('expectedEmptyHint')}</p>
        </Empty>
      ) : (
        <>
          <h2>{words('expected')}</h2>
          <ul className="tubes panel">
            {boxes.map(({ code, tubes, sealedAt }) => (
              <li key={code}>
                <button type="button" className="quiet" onClick={() => onBox(code)}>
                  <code>{code}</code>
                </button>
                <span>{words('tubesOf', { count: tubes })}</span>
                {sealedAt !== null && <time dateTime={sealedAt}>{momentText(sealedAt)}</time>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
