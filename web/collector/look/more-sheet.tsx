import { useState } from 'react';
import { Refused } from '../../every-page/look/refused.js';
import { Refusal } from '../../every-page/house.js';
import { useChooseLanguage, useLanguage } from '../../every-page/language-context.js';
import { SignIn } from '../../every-page/staff/sign-in.js';
import { useNow } from '../../every-page/use-now.js';
import { useStaff } from '../../every-page/staff/use-staff.js';
import type { NewerPage } from '../../every-page/offline/keep-offline.js';
import type { Collector } from '../collector.js';
import type { WorkingRound } from '../ground/ground.js';
import { useWords } from '../words.js';
import { Choice } from './choice.js';
import { PoolClassName } from './pool-class-name.js';
import { keepPreferences, readPreferences, type Preferences } from './preferences.js';
import { Sheet } from './sheet.js';

/** Everything that is not needed for the next person: list, pool size, hand, light, sound, end of shift. */
export function MoreSheet(props: {
  collector: Collector;
  newer: NewerPage | undefined;
  onPreferences: (preferences: Preferences) => void;
  onExceptions: () => void;
  onBack: () => void;
}) {
  const { collector, newer, onPreferences, onExceptions, onBack } = props;
  const words = useWords();
  const language = useLanguage();
  const choose = useChooseLanguage();
  const [preferences, setPreferences] = useState(readPreferences);
  const [isSigningIn, setSigningIn] = useState(false);
  const staff = useStaff(collector.session);
  const { duty, ground, unsent, table } = collector;
  const round: WorkingRound | undefined = ground?.head.rounds.find(({ id }) => id === duty?.round.id);

  function change(more: Partial<Preferences>): void {
    const next = { ...preferences, ...more };
    setPreferences(next);
    keepPreferences(next);
    onPreferences(next);
  }

  if (isSigningIn && staff === undefined) {
    return (
      <section className="sheet" aria-label={words('signInFirst')}>
        <SignIn session={collector.session} title={words('signInFirst')} />
        <div className="sheet-actions">
          <button type="button" onClick={() => setSigningIn(false)}>
            {words('back')}
          </button>
        </div>
      </section>
    );
  }

  return (
    <Sheet title={words('moreTitle')} className="more" onBack={onBack}>
      {collector.troubles.length > 0 && (
        <button type="button" className="has-troubles" onClick={onExceptions}>
          {words('exceptionsCount', { count: collector.troubles.length })}
        </button>
      )}
      <FetchGround collector={collector} onSignIn={() => setSigningIn(true)} />
      {duty !== undefined && round !== undefined && (
        <Choice
          title={words('poolClass')}
          value={duty.poolClass}
          options={round.poolClasses.map(({ poolClass, capacity }) => [
            poolClass,
            <PoolClassName key={poolClass} poolClass={poolClass} capacity={capacity} />,
          ])}
          onChoose={(poolClass) => void collector.startDuty({ ...duty, poolClass })}
        />
      )}
      <Choice
        title={words('hand')}
        value={preferences.hand}
        options={[
          ['left', words('handLeft')],
          ['right', words('handRight')],
        ]}
        onChoose={(hand) => change({ hand })}
      />
      <Choice
        title={words('theme')}
        value={preferences.theme}
        options={[
          ['auto', words('themeAuto')],
          ['light', words('themeLight')],
          ['dark', words('themeDark')],
        ]}
        onChoose={(theme) => change({ theme })}
      />
      <Choice
        title={words('sound')}
        value={preferences.sound ? 'on' : 'off'}
        options={[
          ['on', words('on')],
          ['off', words('off')],
        ]}
        onChoose={(sound) => change({ sound: sound === 'on' })}
      />
      <Choice
        title={words('language')}
        value={language}
        options={[
          ['zh-CN', '中文'],
          ['en', 'English'],
        ]}
        onChoose={choose}
      />
      {newer !== undefined && (
        <div className="choice">
          <h3>{words('newerPage')}</h3>
          {collector.isBusy ? (
            <p>{words('newerLater')}</p>
          ) : (
            <button type="button" onClick={newer}>
              {words('takeNewer')}
            </button>
          )}
        </div>
      )}
      <div className="choice">
        <h3>{words('endDutyTitle')}</h3>
        {unsent > 0 && (
          <p className="wrong" role="alert">
            {words('stillUnsent', { count: unsent })}
          </p>
        )}
        {table.open !== undefined && (
          <p className="wrong" role="alert">
            {words('stillOpen', { tube: table.open.barcode })}
          </p>
        )}
        <button type="button" className="danger" disabled={collector.isBusy} onClick={() => void collector.endDuty()}>
          {words('endDuty')}
        </button>
      </div>
    </Sheet>
  );
}

/** Brings the working set up to date; tells how old it is and how far it has come. */
export function FetchGround({ collector, onSignIn }: { collector: Collector; onSignIn: () => void }) {
  const words = useWords();
  const staff = useStaff(collector.session);
  const [refusal, setRefusal] = useState<Refusal>();
  const now = useNow(20_000);
  const { ground, fetching } = collector;
  const minutes = ground === undefined ? 0 : Math.max(0, Math.floor((now - Date.parse(ground.at)) / 60_000));

  async function fetchIt(): Promise<void> {
    setRefusal(undefined);
    try {
      await collector.fetchGround();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.isSignedOut) onSignIn();
      else setRefusal(error);
    }
  }

  return (
    <div className="choice">
      {ground !== undefined && <h2>{words('fetchSet')}</h2>}
      {ground !== undefined && (
        <p>
          {minutes < 120
            ? words('setAge', { minutes, people: ground.people })
            : words('setAgeHours', { hours: Math.floor(minutes / 60), people: ground.people })}
        </p>
      )}
      <Refused refusal={refusal} />
      <button
        type="button"
        className={ground === undefined ? 'main' : undefined}
        disabled={fetching !== undefined}
        onClick={() => (staff === undefined ? onSignIn() : void fetchIt())}
      >
        {fetching === undefined
          ? words(ground === undefined ? 'fetchFirst' : 'fetchSet')
          : words('fetching', { people: fetching })}
      </button>
    </div>
  );
}
