import { useEffect, useState } from 'react';
import { LanguageSwitch } from '../every-page/look/language-switch.js';
import { Loading } from '../every-page/look/states.js';
import { keepOffline, type NewerPage } from '../every-page/offline/keep-offline.js';
import type { Collector } from './collector.js';
import { Approval } from './look/approval.js';
import { SetUp } from './look/set-up.js';
import { Start } from './look/start.js';
import { WorkPage } from './look/work-page.js';
import { TheCollector, useCollector } from './use-collector.js';
import { useWords, type WordKey } from './words.js';

export function CollectorPage({ collector }: { collector: Collector }) {
  const [newer, setNewer] = useState<NewerPage>();
  useEffect(() => {
    void keepOffline((takeOver) => setNewer(() => takeOver));
  }, []);
  return (
    <TheCollector value={collector}>
      <Phases newer={newer} />
    </TheCollector>
  );
}

function Phases({ newer }: { newer: NewerPage | undefined }) {
  const words = useWords();
  const collector = useCollector();
  const { phase, work, ground } = collector;
  switch (phase) {
    case 'opening':
      return (
        <main>
          <Loading what={words('opening')} />
        </main>
      );
    case 'other-window':
      return <Stopped title="otherTabTitle" hint="otherTabHint" />;
    case 'no-keys':
      return <Stopped title="noKeysTitle" hint="noKeysHint" />;
    case 'no-store':
      return <Stopped title="noStoreTitle" hint="noStoreHint" />;
    case 'enrol':
      return <SetUp collector={collector} />;
    case 'approval':
      return <Approval collector={collector} />;
    case 'start':
      return <Start collector={collector} />;
    case 'working':
      if (work === undefined || ground === undefined) return null;
      return <WorkPage collector={collector} work={work} head={ground.head} newer={newer} />;
  }
}

/** The page cannot work here, and says why. */
function Stopped({ title, hint }: { title: WordKey; hint: WordKey }) {
  const words = useWords();
  return (
    <main className="form-page waiting">
      <h1>{words(title)}</h1>
      <p role="status">{words(hint)}</p>
      <LanguageSwitch />
    </main>
  );
}
