import type { Receipt } from '../house.js';
import { VerdictSign } from '../../every-page/verdict/verdict-sign.js';
import { useWords } from './words.js';

/** What is written down of a box, with what did not agree and why. */
export function ReceiptDone({ receipt, onLeave }: { receipt: Receipt; onLeave: () => void }) {
  const words = useWords();
  const { accepted, rejected, missing, surplus } = receipt;
  const isEven = missing.length === 0 && surplus.length === 0;
  return (
    <div className="start">
      <div className={`verdict tone-${isEven ? 'right' : 'already'}`} role="status">
        <VerdictSign tone={isEven ? 'right' : 'already'} />
        <div>
          <strong>{words('finished')}</strong>
          <code>{receipt.boxCode}</code>
        </div>
      </div>
      <p>{words('finishedText', { accepted, rejected })}</p>
      <p className="hint">{words(isEven ? 'noDifference' : 'differences')}</p>
      {missing.length > 0 && (
        <section className="panel">
          <h2>{words('missingList')}</h2>
          <ul className="tubes">
            {missing.map(({ barcode, cause }) => (
              <li key={barcode}>
                <code>{barcode}</code> <span>{words(`cause_${cause}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {surplus.length > 0 && (
        <section className="panel">
          <h2>{words('surplusList')}</h2>
          <ul className="tubes">
            {surplus.map(({ barcode, cause, takenIn }) => (
              <li key={barcode}>
                <code>{barcode}</code> <span>{words(`cause_${cause}`)}</span>{' '}
                <b>{words(takenIn ? 'takenIn' : 'notTakenIn')}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      <button type="button" className="main" onClick={onLeave}>
        {words('another')}
      </button>
    </div>
  );
}
