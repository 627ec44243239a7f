import { useState } from 'react';
import { Refusal } from '../../every-page/house.js';
import type { BoxRecord } from '../house.js';
import { isBoxCode, readBox } from '../packing/pack-tube.js';
import { ScanField } from '../scan-field.js';
import type { Verdict } from '../scan-line.js';
import { Scans, useScanLine } from '../scans.js';
import { steps, type Step } from './handover.js';
import { HandoverSigning } from './handover-signing.js';
import { stateWord, useWords } from './words.js';

/** Where a courier takes boxes, leaves them at a hub and takes them on. */
export function HandoverTable() {
  const words = useWords();
  const [step, setStep] = useState<Step>('dispatch');
  const [round, setRound] = useState(0);
  return (
    <div className="handover">
      <h1>{words('title')}</h1>
      <fieldset className="steps">
        <legend>{words('step')}</legend>
        {(Object.keys(steps) as Step[]).map((one) => (
          <label key={one}>
            <input type="radio" name="step" checked={step === one} onChange={() => setStep(one)} />
            {words(`step_${one}`)}
          </label>
        ))}
      </fieldset>
      <Gathering key={`${step}-${round}`} step={step} onNext={() => setRound(round + 1)} />
    </div>
  );
}

/** Boxes are gathered by scanning, then signed for together. */
function Gathering({ step, onNext }: { step: Step; onNext: () => void }) {
  const words = useWords();
  const [boxes, setBoxes] = useState<readonly BoxRecord[]>([]);
  const [gathered] = useState(() => new Set<string>());
  const [isSigned, setSigned] = useState(false);
  const line = useScanLine(async (code): Promise<Verdict> => {
    if (!isBoxCode(code)) return { tone: 'wrong', word: 'notABoxCode' };
    if (gathered.has(code)) return { tone: 'already', word: 'alreadyOnTheList' };
    try {
      const box = await readBox(code);
      if (box.state !== steps[step]) return { tone: 'wrong', word: stateWord[box.state] };
      gathered.add(code);
      setBoxes((before) => [...before, box]);
      return { tone: 'right', word: 'onTheList' };
    } catch (error) {
      if (error instanceof Refusal && error.code === 'unknown-box') return { tone: 'wrong', word: 'unknownBox' };
      throw error;
    }
  });
  function takeOff(code: string): void {
    gathered.delete(code);
    setBoxes((before) => before.filter((box) => box.code !== code));
  }
  return (
    <div className="bench">
      <section className="scanning">
        {!isSigned && <ScanField label={words('boxCode')} onCode={(code) => line.add(code)} />}
        <Scans line={line} say={words} idle={<p>{words('scanBoxes')}</p>} />
      </section>
      <aside>
        <HandoverSigning
          step={step}
          boxes={boxes}
          onTakeOff={takeOff}
          onSigned={() => setSigned(true)}
          onNext={onNext}
        />
      </aside>
    </div>
  );
}
