import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { Stale } from '../stale.js';
import { freshEveryMs, house, session, type BoxState } from '../house.js';
import { momentText } from '../moments.js';
import { useWords as useDeskWords } from '../words.js';
import { stateWord, useWords } from './words.js';

const states = Object.keys(stateWord) as BoxState[];

/** The boxes that somebody may see, by where they are. */
export function BoxList() {
  const words = useWords();
  const desk = useDeskWords();
  const [state, setState] = useState<BoxState>();
  const list = useInfiniteQuery({
    queryKey: ['boxes', state ?? 'any'],
    queryFn: ({ pageParam: cursor }) =>
      session.ask(house.GET('/api/v1/boxes', { params: { query: { state, cursor } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: freshEveryMs,
  });
  const boxes = list.data?.pages.flatMap((page) => page.boxes);
  const time = (moment: string | null) => (moment === null ? words('none') : momentText(moment));
  return (
    <section className="list">
      <header className="list-head">
        <h1>{words('boxes')}</h1>
        <label>
          {words('filter')}
          <select value={state ?? ''} onChange={(event) => setState(states.find((one) => one === event.target.value))}>
            <option value="">{words('anyState')}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {words(stateWord[one])}
              </option>
            ))}
          </select>
        </label>
      </header>
      {boxes === undefined ? (
        list.isError ? (
          <Trouble error={list.error} onTryAgain={() => void list.refetch()} />
        ) : (
          <Loading />
        )
      ) : (
        <>
          <Stale error={list.error} />
          {boxes.length === 0 ? (
            <Empty title={words('boxesEmpty')}>
              <p>{words('boxesEmptyHint')}</p>
            </Empty>
          ) : (
            <div className="table" tabIndex={0} role="region" aria-label={words('boxes')}>
              <table>
                <thead>
                  <tr>
                    <th>{words('code')}</th>
                    <th>{words('state')}</th>
                    <th className="number">{words('tubes')}</th>
                    <th>{words('lab')}</th>
                    <th>{words('openedAt')}</th>
                    <th>{words('sealedAt')}</th>
                    <th>{words('receivedAt')}</th>
                  </tr>
                </thead>
                <tbody>
                  {boxes.map((box) => (
                    <tr key={box.code}>
                      <td>
                        <Link href={`/boxes/${encodeURIComponent(box.code)}`}>{box.code}</Link>
                      </td>
                      <td>
                        <span className={`state-mark ${box.state}`}>{words(stateWord[box.state])}</span>
                      </td>
                      <td className="number">{box.tubes}</td>
                      <td>{box.labCode ?? words('none')}</td>
                      <td>{time(box.openedAt)}</td>
                      <td>{time(box.sealedAt)}</td>
                      <td>{time(box.receivedAt)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {list.hasNextPage && (
            <button type="button" onClick={() => void list.fetchNextPage()}>
              {desk('more')}
            </button>
          )}
        </>
      )}
    </section>
  );
}
