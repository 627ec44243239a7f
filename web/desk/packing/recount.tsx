import { useState } from 'react';
import type { Speaker, Words } from '../../every-page/language.js';
import type { BoxRecord } from '../house.js';
import { ScanField } from '../scan-field.js';
import type { Verdict } from '../scan-line.js';
import { Scans, useScanLine } from '../scans.js';
import { packTube } from './pack-tube.js';
import { RemoveTube } from './remove-tube.js';
import { useWords } from './words.js';

/** Finds out which tube it is, when the count on the table and the system do not agree: each tube is scanned once more. */
export function Recount({ box, onDone }: { box: BoxRecord; onDone: () => void }) {
  const words = useWords();
  const [found] = useState(() => new Set<string>());
  const [, setFoundCount] = useState(0);
  const inside = box.contents.filter(({ lost }) => !lost).map(({ barcode }) => barcode);
  const [began] = useState(() => new Set(inside));
  const line = useScanLine((code) => {
    const isAgain = found.has(code);
    found.add(code);
    setFoundCount(found.size);
    return Promise.resolve(verdictOf(isAgain, began.has(code)));
  });
  const notFound = inside.filter((barcode) => !found.has(barcode));
  const surplus = [...found].filter((barcode) => !inside.includes(barcode));
  const doesMatch = notFound.length === 0 && surplus.length === 0;
  return (
    <div className="bench">
      <section className="scanning">
        <h1>{words('recountTitle')}</h1>
        <p className="hint">{words('recountHint')}</p>
        <ScanField label={words('tubeCode')} onCode={(code) => line.add(code)} />
        <Scans line={line} say={words} idle={<p>{words('scanTubes')}</p>} />
      </section>
      <aside>
        {doesMatch && <p className="agrees">{words('matches', { count: inside.length })}</p>}
        <section className="panel">
          <h2>{words('notFound', { count: notFound.length })}</h2>
          {notFound.length === 0 && <p className="hint">{words('allFound')}</p>}
          <ul className="tubes">
            {notFound.map((barcode) => (
              <li key={barcode}>
                <code>{barcode}</code>
                <RemoveTube box={box} barcode={barcode} reason="notThere" />
              </li>
            ))}
          </ul>
        </section>
        <section className="panel">
          <h2>{words('surplus', { count: surplus.length })}</h2>
          {surplus.length === 0 && <p className="hint">{words('noSurplus')}</p>}
          <ul className="tubes">
            {surplus.map((barcode) => (
              <Surplus key={barcode} box={box} barcode={barcode} />
            ))}
          </ul>
        </section>
        <button type="button" className="main" onClick={onDone}>
          {words('recountDone')}
        </button>
      </aside>
    </div>
  );
}

function Surplus({ box, barcode }: { box: BoxRecord; barcode: string }) {
  const words = useWords();
  const say: Speaker<Words> = words;
  const [verdict, setVerdict] = useState<Verdict>();
  const pack = () =>
    packTube(box.code, barcode)
      .catch((): Verdict => ({ tone: 'wrong', word: 'refused' }))
      .then(setVerdict);
  return (
    <li>
      <code>{barcode}</code>
      {verdict !== undefined && <b className={`tone-${verdict.tone}`}>{say(verdict.word, verdict.values)}</b>}
      <button type="button" onClick={() => void pack()}>
        {words('packThis')}
      </button>
    </li>
  );
}

function verdictOf(isAgain: boolean, isInside: boolean): Verdict {
  if (isAgain) return { tone: 'already', word: 'tickedAgain' };
  return isInside ? { tone: 'right', word: 'ticked' } : { tone: 'wrong', word: 'tickedSurplus' };
}
