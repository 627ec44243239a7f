import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { Loading, Trouble } from '../../every-page/look/states.js';
import type { BoxRecord } from '../house.js';
import { BoxPaper } from '../road/box-paper.js';
import { ScanField } from '../scan-field.js';
import { Scans, useScanLine } from '../scans.js';
import { VerdictSign } from '../../every-page/verdict/verdict-sign.js';
import { boxQuery, packTube } from './pack-tube.js';
import { Recount } from './recount.js';
import { SealPanel } from './seal-panel.js';
import { TubeList } from './tube-list.js';
import { useWords } from './words.js';

interface BoxInWorkProps {
  code: string;
  /** Puts the box aside, for the one whose code was scanned if any was. */
  onLeave: (scanned?: string) => void;
}

/** One box on the table, from its first tube to its seal. */
export function BoxInWork({ code, onLeave }: BoxInWorkProps) {
  const box = useQuery(boxQuery(code));
  if (box.data === undefined) {
    return box.isError ? <Trouble error={box.error} onTryAgain={() => void box.refetch()} /> : <Loading />;
  }
  return box.data.state === 'open' ? (
    <Packing box={box.data} onLeave={onLeave} />
  ) : (
    <Sealed box={box.data} onLeave={onLeave} />
  );
}

type WithBox = Pick<BoxInWorkProps, 'onLeave'> & { box: BoxRecord };

function Packing({ box, onLeave }: WithBox) {
  const words = useWords();
  const line = useScanLine((barcode) => packTube(box.code, barcode));
  const { waiting } = useSyncExternalStore(line.subscribe, line.current);
  const [isRecounting, setRecounting] = useState(false);
  if (isRecounting) return <Recount box={box} onDone={() => setRecounting(false)} />;
  return (
    <div className="bench">
      <section className="scanning">
        <h1>{words('scanTubes')}</h1>
        <ScanField label={words('tubeCode')} onCode={(barcode) => line.add(barcode)} />
        <Scans line={line} say={words} idle={<p>{words('scanTubes')}</p>} />
      </section>
      <aside>
        <section className="panel box-card">
          <h2>
            {words('box')} <code>{box.code}</code>
          </h2>
          <p className="count">
            <span>{words('inSystem')}</span>
            <b data-testid="known">{box.tubes}</b>
            <span>{words('tubesUnit', { count: box.tubes })}</span>
          </p>
          <button type="button" className="quiet" onClick={() => onLeave()}>
            {words('anotherBox')}
          </button>
        </section>
        <SealPanel box={box} waiting={waiting} onRecount={() => setRecounting(true)} />
        <TubeList box={box} />
      </aside>
    </div>
  );
}

function Sealed({ box, onLeave }: WithBox) {
  const words = useWords();
  return (
    <div className="start">
      <div className="verdict tone-right" role="status">
        <VerdictSign tone="right" />
        <div>
          <strong>
            {words('sealed')} · {box.countedTubes} {words('tubesUnit', { count: box.countedTubes ?? 0 })}
          </strong>
          <code>{box.code}</code>
        </div>
      </div>
      <p className="hint">{words('sealedHint')}</p>
      <p className="row">
        <button type="button" className="main" onClick={() => print()}>
          {words('print')}
        </button>
        <button type="button" onClick={() => onLeave()}>
          {words('anotherBox')}
        </button>
      </p>
      <ScanField label={words('boxCode')} onCode={(next) => (next === box.code ? undefined : onLeave(next))} />
      <BoxPaper box={box} />
    </div>
  );
}
