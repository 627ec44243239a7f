import { useState } from 'react';
import { useWords as useDeskWords } from '../words.js';
import type { ReceiptDraft } from './receipt-draft.js';
import { useWords } from './words.js';

const reasons = ['leaking', 'label', 'empty', 'time'] as const;

interface TubeBalanceProps {
  draft: ReceiptDraft;
  missing: string[];
  surplus: string[];
  onReject: (barcode: string, reason: string) => void;
  onUndo: (barcode: string) => void;
}

/** What is still to be found, what is too much, what is turned away. */
export function TubeBalance({ draft, missing, surplus, onReject, onUndo }: TubeBalanceProps) {
  const words = useWords();
  const last = draft.accepted.at(-1);
  return (
    <>
      <section className="panel" aria-label={words('missing', { count: missing.length })}>
        <h2>{words('missing', { count: missing.length })}</h2>
        {missing.length === 0 && <p className="hint">{words('noMissing')}</p>}
        <ul className="codes missing">
          {missing.map((barcode) => (
            <li key={barcode}>
              <code>{barcode}</code>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel" aria-label={words('surplus', { count: surplus.length })}>
        <h2>{words('surplus', { count: surplus.length })}</h2>
        {surplus.length === 0 && <p className="hint">{words('noSurplus')}</p>}
        <ul className="tubes">
          {surplus.map((barcode) => (
            <li key={barcode}>
              <code>{barcode}</code>
              <button type="button" className="quiet" onClick={() => onUndo(barcode)}>
                {words('undo')} <span className="for-readers">{barcode}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {last !== undefined && <RejectLast key={last} barcode={last} onReject={onReject} />}
      {draft.rejected.length > 0 && (
        <section className="panel">
          <h2>{words('rejected', { count: draft.rejected.length })}</h2>
          <ul className="tubes">
            {draft.rejected.map(({ barcode, reason }) => (
              <li key={barcode}>
                <code>{barcode}</code> <span>{reason}</span>
                <button type="button" className="quiet" onClick={() => onUndo(barcode)}>
                  {words('undo')} <span className="for-readers">{barcode}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The tube that is in the hand now leaks: it was scanned, and is turned away with a reason. */
function RejectLast({ barcode, onReject }: { barcode: string; onReject: TubeBalanceProps['onReject'] }) {
  const words = useWords();
  const desk = useDeskWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="panel reject">
      {isOpen ? (
        <div role="group" aria-label={words('rejectReason')}>
          <h2>
            {words('rejectReason')} · <code>{barcode}</code>
          </h2>
          <p className="row">
            {reasons.map((one) => (
              <button type="button" key={one} onClick={() => onReject(barcode, words(`reject_${one}`))}>
                {words(`reject_${one}`)}
              </button>
            ))}
            <button type="button" className="quiet" onClick={() => setOpen(false)}>
              {desk('cancel')}
            </button>
          </p>
        </div>
      ) : (
        <button type="button" className="danger" onClick={() => setOpen(true)}>
          {words('reject')} <code>{barcode}</code>
        </button>
      )}
    </section>
  );
}
