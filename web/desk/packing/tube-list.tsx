import type { BoxRecord } from '../house.js';
import { RemoveTube } from './remove-tube.js';
import { useWords } from './words.js';

/** What is in the box and what was taken out again; folded away, since the hands are busy. */
export function TubeList({ box }: { box: BoxRecord }) {
  const words = useWords();
  return (
    <>
      <details className="panel">
        <summary>{words('contents', { count: box.contents.length })}</summary>
        {box.contents.length === 0 && <p className="hint">{words('empty')}</p>}
        <ul className="tubes">
          {box.contents.map(({ barcode, lost }) => (
            <li key={barcode}>
              <code>{barcode}</code>
              {lost ? <b>{words('lostMark')}</b> : <RemoveTube box={box} barcode={barcode} />}
            </li>
          ))}
        </ul>
      </details>
      {box.removals.length > 0 && (
        <details className="panel">
          <summary>{words('removed', { count: box.removals.length })}</summary>
          <ul className="tubes">
            {box.removals.map(({ barcode, reason, removedAt }) => (
              <li key={`${barcode}-${removedAt}`}>
                <code>{barcode}</code> <span>{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
