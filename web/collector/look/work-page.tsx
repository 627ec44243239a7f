import { useEffect, useState } from 'react';
import type { NewerPage } from '../../every-page/offline/keep-offline.js';
import { openSounds } from '../../every-page/verdict/verdict-sound.js';
import { Loading } from '../../every-page/look/states.js';
import { Camera } from '../../every-page/scan/camera.js';
import { useWedge } from '../../every-page/scan/use-wedge.js';
import { useNow } from '../../every-page/use-now.js';
import type { Collector } from '../collector.js';
import type { WorkingHead } from '../ground/ground.js';
import { isFull } from '../table/table.js';
import { useWords } from '../words.js';
import type { Work } from '../work.js';
import { ByHand } from './by-hand.js';
import { ExceptionsSheet } from './exceptions-sheet.js';
import { MoreSheet } from './more-sheet.js';
import { Notices } from './notices.js';
import { HouseholdSheet, VisitsSheet } from './people-sheets.js';
import { readPreferences } from './preferences.js';
import { SealSheet } from './seal-sheet.js';
import { StatusBar } from './status-bar.js';
import { TubeCard } from './tube-card.js';
import { useWakeLock } from './use-wake-lock.js';
import { VerdictScreen } from './verdict.js';

type Sheet = 'by-hand' | 'seal' | 'household' | 'visits' | 'exceptions' | 'more';

/** Where a pair works all day: the tube, the verdict, and few big things to touch. */
export function WorkPage(props: { collector: Collector; work: Work; head: WorkingHead; newer: NewerPage | undefined }) {
  const { collector, work, head, newer } = props;
  const words = useWords();
  const [sheet, setSheet] = useState<Sheet>();
  const [hasCamera, setCamera] = useState(false);
  const [hand, setHand] = useState(() => readPreferences().hand);
  useWedge((code) => work.scan(code));
  useWakeLock();
  useEffect(openSounds, []);
  // What is rehearsed is drawn by the same parts as what is done later, and not seen.
  const isRehearsed = collector.rehearsal !== undefined;
  const played = collector.rehearsal ?? work;
  const { open } = played.table;
  const others = played.household.length;
  const back = () => setSheet(undefined);

  return (
    <div className={isRehearsed ? 'unseen' : undefined}>
      {isRehearsed && <Loading what={words('opening')} />}
      <div className={`page work ${hand}`} inert={sheet !== undefined}>
        <StatusBar collector={collector} />
        <main>
          <h1 className="for-readers">{words('title')}</h1>
          <Notices collector={collector} newer={newer} />
          {hasCamera ? <Camera onCode={(code) => work.scan(code)} /> : null}
          <TubeCard tube={open} duty={collector.duty} sentThrough={collector.sentThrough} small={hasCamera} />
        </main>
        <footer className="actions">
          <div className="passing">
            <Undo work={played} />
            {others > 1 && (
              <button type="button" onClick={() => setSheet('household')}>
                {words('household', { count: others })}
              </button>
            )}
          </div>
          {open === undefined || (open.places.length === 0 && !isFull(open)) ? (
            <button type="button" className="main big" onClick={() => setCamera(!hasCamera)}>
              {words(hasCamera ? 'closeCamera' : 'camera')}
            </button>
          ) : (
            <button type="button" className="main big" onClick={() => setSheet('seal')}>
              {words('seal')} {open.places.length}/{open.capacity}
            </button>
          )}
          <div className="others">
            {open !== undefined && open.places.length > 0 && (
              <button type="button" onClick={() => setCamera(!hasCamera)}>
                {words(hasCamera ? 'closeCamera' : 'camera')}
              </button>
            )}
            {open !== undefined && open.places.length === 0 && (
              <button type="button" onClick={() => work.discard()}>
                {words('discard')}
              </button>
            )}
            <button type="button" onClick={() => setSheet('by-hand')}>
              {words('byHand')}
            </button>
            <button type="button" onClick={() => setSheet('visits')}>
              {words('homeVisits')}
            </button>
            <button
              type="button"
              className={collector.troubles.length > 0 ? 'has-troubles' : undefined}
              onClick={() => setSheet('more')}
            >
              {words('more')}
              {collector.troubles.length > 0 && ` · ${words('exceptionsCount', { count: collector.troubles.length })}`}
            </button>
          </div>
        </footer>
      </div>
      {sheet === 'by-hand' && (
        <ByHand
          onBack={back}
          onEntered={(number) => {
            work.typeIdNumber(number);
            back();
          }}
        />
      )}
      {sheet === 'seal' && open !== undefined && (
        <SealSheet
          tube={open}
          onBack={back}
          onSeal={(deed) => {
            work.seal(deed);
            back();
          }}
        />
      )}
      {sheet === 'household' && <HouseholdSheet collector={collector} work={work} onBack={back} />}
      {sheet === 'visits' && <VisitsSheet collector={collector} work={work} head={head} onBack={back} />}
      {sheet === 'exceptions' && <ExceptionsSheet collector={collector} onBack={back} />}
      {sheet === 'more' && (
        <MoreSheet
          collector={collector}
          newer={newer}
          onBack={back}
          onExceptions={() => setSheet('exceptions')}
          onPreferences={(next) => setHand(next.hand)}
        />
      )}
      <VerdictScreen
        key={isRehearsed ? 'rehearsal' : 'work'}
        work={played}
        isHeard={!isRehearsed}
        onSeal={() => setSheet('seal')}
      />
    </div>
  );
}

/** Takes the last registration back, for as long as that may be done here. */
function Undo({ work }: { work: Work }) {
  const words = useWords();
  const now = useNow(500);
  const { undoable } = work;
  const seconds = undoable === undefined ? 0 : Math.min(10, Math.ceil((undoable.until - now) / 1_000));
  if (undoable === undefined || seconds <= 0) return null;
  return (
    <button type="button" className="undo" onClick={() => work.undo()}>
      {words('undo', { name: undoable.name, seconds })}
    </button>
  );
}
