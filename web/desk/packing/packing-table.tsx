import { useState } from 'react';
import { BoxInWork } from './box-in-work.js';
import { ChooseBox } from './choose-box.js';

/** A folding table, a scanner and two hundred tubes: one box after the other. */
export function PackingTable() {
  const [code, setCode] = useState<string>();
  /** Scanned while the box before still lay on the table. */
  const [next, setNext] = useState<string>();
  function leave(scanned?: string): void {
    setCode(undefined);
    setNext(scanned);
  }
  return code === undefined ? (
    <ChooseBox first={next} onBox={setCode} />
  ) : (
    <BoxInWork key={code} code={code} onLeave={leave} />
  );
}
