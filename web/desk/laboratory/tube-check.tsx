import { useRef, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '../../every-page/house.js';
import { house, memory, session, type BoxRecord } from '../house.js';
import { ScanField } from '../scan-field.js';
import type { Verdict } from '../scan-line.js';
import { Scans, useScanLine } from '../scans.js';
import { sound } from '../../every-page/verdict/verdict-sound.js';
import {
  balance,
  dropDraft,
  keepDraft,
  readDraft,
  withAccepted,
  without,
  withRejected,
  type ReceiptDraft,
} from './receipt-draft.js';
import { Refused } from '../../every-page/look/refused.js';
import { TubeBalance } from './tube-balance.js';
import { useWords } from './words.js';

/** Each tube of a box is scanned once; what is missing and what is too much is in sight all the time. */
export function TubeCheck({ box, onLeave }: { box: BoxRecord; onLeave: () => void }) {
  const words = useWords();
  const [draft, setDraft] = useState(() => readDraft(box.code, uuidv7()));
  const [isConfirming, setConfirming] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isSending, setSending] = useState(false);
  const expected = box.contents.filter(({ lost }) => !lost).map(({ barcode }) => barcode);
  const { missing, surplus } = balance(draft, expected);
  // What the line of scans judges by: it is older than the draft that is shown now.
  const latest = useRef(draft);

  function change(how: (before: ReceiptDraft) => ReceiptDraft): void {
    latest.current = how(latest.current);
    keepDraft(box.code, latest.current);
    setDraft(latest.current);
  }

  const line = useScanLine((code) => {
    const verdict = verdictOf(code, box, latest.current);
    if (verdict.word === 'accepted' || verdict.word === 'surplusScan' || verdict.word === 'wasLost') {
      change((before) => withAccepted(before, code));
    }
    return Promise.resolve(verdict);
  });

  async function finish(): Promise<void> {
    setSending(true);
    setRefusal(undefined);
    try {
      const receipt = await session.ask(house.POST('/api/v1/lab/receipts', { body: { ...draft, boxCode: box.code } }));
      dropDraft(box.code);
      sound('right');
      memory.setQueryData(['receipt', box.code], receipt);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sound('wrong');
      setRefusal(error);
      setSending(false);
    }
  }

  return (
    <div className="bench">
      <section className="scanning">
        <h1>{words('scanTubes')}</h1>
        <ScanField label={words('tubeCode')} onCode={(code) => line.add(code)} />
        <Scans line={line} say={words} idle={<p>{words('scanTubes')}</p>} />
        <p className="hint">{words('draftKept')}</p>
      </section>
      <aside>
        <section className="panel box-card">
          <h2>
            {words('box')} <code>{box.code}</code>
          </h2>
          <p className="count">
            <b data-testid="scanned">{expected.length - missing.length}</b>
            <span>/ {words('tubesOf', { count: expected.length })}</span>
          </p>
          {isConfirming ? (
            <div className="confirm" role="group" aria-label={words('confirmTitle')}>
              <h3>{words('confirmTitle')}</h3>
              <p>
                {words('confirmText', {
                  accepted: draft.accepted.length,
                  rejected: draft.rejected.length,
                  missing: missing.length,
                  surplus: surplus.length,
                })}
              </p>
              <button type="button" className="main" disabled={isSending} autoFocus onClick={() => void finish()}>
                {words(isSending ? 'finishing' : 'confirm')}
              </button>
              <button type="button" onClick={() => setConfirming(false)}>
                {words('goOn')}
              </button>
              <Refused refusal={refusal} />
            </div>
          ) : (
            <p className="row">
              <button type="button" className="main" onClick={() => setConfirming(true)}>
                {words('finish')}
              </button>
              <button type="button" className="quiet" onClick={onLeave}>
                {words('another')}
              </button>
            </p>
          )}
        </section>
        <TubeBalance
          draft={draft}
          missing={missing}
          surplus={surplus}
          onReject={(barcode, reason) => change((before) => withRejected(before, barcode, reason))}
          onUndo={(barcode) => change((before) => without(before, barcode))}
        />
      </aside>
    </div>
  );
}

function verdictOf(code: string, box: BoxRecord, draft: ReceiptDraft): Verdict {
  if (code === box.code) return { tone: 'wrong', word: 'isBoxCode' };
  if (code.startsWith('SH1.')) return { tone: 'wrong', word: 'isResidentCode' };
  if (code.length > 64) return { tone: 'wrong', word: 'notACode' };
  if (draft.accepted.includes(code)) return { tone: 'already', word: 'acceptedAgain' };
  const inside = box.contents.find(({ barcode }) => barcode === code);
  if (inside === undefined) return { tone: 'wrong', word: 'surplusScan' };
  return inside.lost ? { tone: 'wrong', word: 'wasLost' } : { tone: 'right', word: 'accepted' };
}
