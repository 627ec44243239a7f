import { useState } from 'react';
import type { Deed, SealReason } from '../acts/act.js';
import { compareCount, sealOf } from '../table/sealing.js';
import type { Tube } from '../table/table.js';
import { useWords, type WordKey } from '../words.js';
import { Keypad } from './keypad.js';

type Seal = Deed & { kind: 'seal' };

const reasonWords: readonly (readonly [SealReason, WordKey])[] = [
  ['last-in-line', 'reasonLastInLine'],
  ['oldest-swab-too-old', 'reasonTooOld'],
  ['end-of-session', 'reasonEndOfSession'],
  ['shift-change', 'reasonShiftChange'],
  ['deadline', 'reasonDeadline'],
  ['class-change', 'reasonClassChange'],
  ['other', 'reasonOther'],
];

/** Counts the swabs, compares, asks why where it has to, and seals. The count is never filled in beforehand. */
export function SealSheet(props: { tube: Tube; onSeal: (deed: Seal) => void; onBack: () => void }) {
  const { tube, onSeal, onBack } = props;
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [isCounted, setCounted] = useState(false);
  const counted = Number(typed || 0);
  const count = compareCount(tube, counted);
  const needsMore = count.state === 'differs' || (count.state === 'even' && count.needsReason);

  function finish(reason?: SealReason, note?: string): void {
    const deed = sealOf(tube, counted, reason, note);
    if (deed?.kind === 'seal') onSeal(deed);
  }

  return (
    <section className="sheet" aria-label={words('sealTitle')}>
      <div className="sheet-body">
        <h2>
          {words('sealTitle')} {tube.barcode}
        </h2>
        <p>{words('countSwabs')}</p>
        <output className="counted">{typed === '' ? '—' : typed}</output>
        {isCounted && (
          <p className={count.state === 'even' ? 'entry right' : 'entry wrong'} role="status">
            {count.state === 'even' && words('countEven')}
            {count.state === 'differs' && words('countDiffers', { counted, booked: count.booked })}
            {count.state === 'empty' && words('emptyTube')}
          </p>
        )}
      </div>
      {isCounted && needsMore ? (
        <Reasons
          title={words(count.state === 'differs' ? 'whyDiffers' : 'whyNotFull')}
          reasons={
            count.state === 'differs'
              ? differenceWords(count.voided).map((word) => [words(word), () => finish('count-differs', words(word))])
              : reasonWords.map(([reason, word]) => [words(word), () => finish(reason)])
          }
        />
      ) : (
        <Keypad
          onKey={(key) => {
            setCounted(false);
            setTyped((before) => (before + key).replace(/^0+(?=\d)/u, '').slice(0, 2));
          }}
          onErase={() => {
            setCounted(false);
            setTyped((before) => before.slice(0, -1));
          }}
        />
      )}
      <div className="sheet-actions">
        <button type="button" onClick={() => (isCounted && needsMore ? setCounted(false) : onBack())}>
          {words('back')}
        </button>
        {!(isCounted && needsMore) && (
          <button
            type="button"
            className="main"
            disabled={typed === ''}
            onClick={() => (count.state === 'even' && !count.needsReason ? finish() : setCounted(true))}
          >
            {words('sealIt')}
          </button>
        )}
      </div>
    </section>
  );
}

function differenceWords(voided: number): WordKey[] {
  return [...(voided > 0 ? (['voidedNote'] as const) : []), 'fewer', 'surplus', 'dropped'];
}

function Reasons({ title, reasons }: { title: string; reasons: readonly (readonly [string, () => void])[] }) {
  return (
    <div className="reasons">
      <h3>{title}</h3>
      <div className="choices">
        {reasons.map(([word, choose]) => (
          <button type="button" key={word} onClick={choose}>
            {word}
          </button>
        ))}
      </div>
    </div>
  );
}
