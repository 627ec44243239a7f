import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { Refusal } from '../../every-page/house.js';
import { useLanguage } from '../../every-page/language-context.js';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { freshEveryMs, house, session } from '../house.js';
import { ScanField } from '../scan-field.js';
import { useLabs } from '../use-labs.js';
import { useSites } from '../use-sites.js';
import { isBoxCode, keepBox, readBox } from './pack-tube.js';
import { useWords } from './words.js';

const rememberedAs = 'shihe-desk-place';

interface Place {
  siteId: string;
  labCode: string;
}

function remembered(): Place {
  try {
    const { siteId = '', labCode = '' } = JSON.parse(localStorage.getItem(rememberedAs) ?? '{}') as Partial<Place>;
    return { siteId, labCode };
  } catch {
    return { siteId: '', labCode: '' };
  }
}

function remember(place: Place): void {
  try {
    localStorage.setItem(rememberedAs, JSON.stringify(place));
  } catch {
    // A browser that keeps nothing: it is chosen anew next time.
  }
}

/** Which box comes next: one that is open already, or a new one of this site. */
export function ChooseBox({ first, onBox }: { first: string | undefined; onBox: (code: string) => void }) {
  const words = useWords();
  const sites = useSites();
  const { data: labs } = useLabs();
  const [place, setPlace] = useState(remembered);
  if (sites.isPending) return <Loading />;
  if (sites.isError) return <Trouble error={sites.error} onTryAgain={() => void sites.refetch()} />;
  const items = sites.data;
  const [only] = items;
  if (only === undefined) return <Empty title={words('noSites')} />;
  const known = items.some(({ id }) => id === place.siteId) ? place.siteId : '';
  const siteId = known === '' && items.length === 1 ? only.id : known;
  const isLab = labs === undefined || labs.some(({ code }) => code === place.labCode);
  const labCode = isLab ? place.labCode : '';
  function choose(change: Partial<Place>): void {
    const next = { ...place, siteId, ...change };
    setPlace(next);
    remember(next);
  }
  return (
    <div className="start">
      <h1>{words('scanBox')}</h1>
      <p className="hint">{words('scanBoxHint')}</p>
      <BoxOpener place={{ siteId, labCode }} first={first} onBox={onBox} />
      <OpenBoxes siteId={siteId} onBox={onBox} />
      <div className="place panel">
        <label>
          {words('site')}
          <select value={siteId} onChange={(event) => choose({ siteId: event.target.value })}>
            <option value="">{words('chooseSite')}</option>
            {items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('lab')}
          <select value={labCode} onChange={(event) => choose({ labCode: event.target.value })}>
            <option value="">{words('anyLab')}</option>
            {labs?.map(({ code, name }) => (
              <option key={code} value={code}>
                {name} · {code}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}

/** What was begun and not sealed yet. */
function OpenBoxes({ siteId, onBox }: { siteId: string; onBox: (code: string) => void }) {
  const words = useWords();
  const open = useQuery({
    queryKey: ['boxes', 'open', siteId],
    queryFn: () => session.ask(house.GET('/api/v1/boxes', { params: { query: { state: 'open', siteId } } })),
    enabled: siteId !== '',
    refetchInterval: freshEveryMs,
  });
  const boxes = open.data?.boxes ?? [];
  if (boxes.length === 0) return null;
  return (
    <section className="panel">
      <h2>{words('openBoxes')}</h2>
      <ul className="tubes">
        {boxes.map(({ code, tubes }) => (
          <li key={code}>
            <code>{code}</code>
            <span>
              {tubes} {words('tubesUnit', { count: tubes })}
            </span>
            <button type="button" onClick={() => onBox(code)}>
              {words('goOn')} <span className="for-readers">{code}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Asking = { is: 'idle' } | { is: 'asking' } | { is: 'new'; code: string } | { is: 'wrong'; error?: Refusal };

interface BoxOpenerProps {
  place: Place;
  first: string | undefined;
  onBox: (code: string) => void;
}

function BoxOpener({ place, first, onBox }: BoxOpenerProps) {
  const words = useWords();
  const language = useLanguage();
  const [asking, setAsking] = useState<Asking>({ is: 'idle' });

  const takeFirst = useEffectEvent(() => {
    if (first !== undefined) void take(first);
  });
  useEffect(() => takeFirst(), []);

  async function take(code: string): Promise<void> {
    if (!isBoxCode(code)) {
      setAsking({ is: 'wrong' });
      return;
    }
    if (asking.is === 'new' && asking.code === code) {
      await open(code);
      return;
    }
    setAsking({ is: 'asking' });
    try {
      keepBox(await readBox(code));
      onBox(code);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setAsking(error.code === 'unknown-box' ? { is: 'new', code } : { is: 'wrong', error });
    }
  }

  async function open(code: string): Promise<void> {
    if (place.siteId === '') return;
    setAsking({ is: 'asking' });
    const labCode = place.labCode.trim();
    const body = { code, siteId: place.siteId, ...(labCode === '' ? {} : { labCode }) };
    try {
      keepBox(await session.ask(house.POST('/api/v1/boxes', { body })));
      onBox(code);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setAsking({ is: 'wrong', error });
    }
  }

  return (
    <>
      <ScanField label={words('boxCode')} onCode={(code) => void take(code)} />
      {asking.is === 'asking' && <Loading what={words('opening')} />}
      {asking.is === 'wrong' && (
        <p className="wrong" role="alert">
          {asking.error === undefined ? words('notABoxCode') : asking.error.messages[language]}
        </p>
      )}
      {asking.is === 'new' && (
        <section className="new-box panel" role="status">
          <h2>{words('newBox', { code: asking.code })}</h2>
          <p>{words(place.siteId === '' ? 'siteNeeded' : 'newBoxHint')}</p>
          <button
            type="button"
            className="main"
            disabled={place.siteId === ''}
            onClick={() => void open(asking.code)}
            // The next thing to be done, for whoever works without a mouse.
            autoFocus
          >
            {words('openIt')}
          </button>
        </section>
      )}
    </>
  );
}
