import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { freshEveryMs, house, session, type Exception } from '../house.js';
import { Stale } from '../stale.js';
import { useSites } from '../use-sites.js';
import { WorkCard } from './work-card.js';
import { lateness, workOf, type Work } from './work.js';
import { useWords } from './words.js';

const sources = ['all', 'exception', 'alarm', 'difference'] as const;

/** What does not add up between swab, box, laboratory and answer, with who sees to it and what is to be done. */
export function ExceptionList() {
  const words = useWords();
  const [source, setSource] = useState<(typeof sources)[number]>('all');
  const list = useQuery({ queryKey: ['work'], queryFn: readWork, refetchInterval: freshEveryMs });
  const sites = useSites();
  if (list.data === undefined) {
    return list.isError ? <Trouble error={list.error} onTryAgain={() => void list.refetch()} /> : <Loading />;
  }
  const nameOf = (siteId: string) => sites.data?.find(({ id }) => id === siteId)?.name ?? '';
  const work = list.data;
  const now = list.dataUpdatedAt;
  const late = work.filter((one) => lateness(one, now) > 0).length;
  const shown = work.filter((one) => source === 'all' || one.source === source);
  return (
    <section className="list">
      <header className="list-head">
        <h1>{words('title')}</h1>
        {work.length > 0 && (
          <p className={late > 0 ? 'late' : undefined}>{words('summary', { count: work.length, late })}</p>
        )}
      </header>
      <Stale error={list.error} />
      {work.length > 0 && (
        <div className="chips" role="group" aria-label={words('title')}>
          {sources.map((one) => (
            <button type="button" key={one} aria-pressed={source === one} onClick={() => setSource(one)}>
              {words(`source_${one}`)} {work.filter((it) => one === 'all' || it.source === one).length}
            </button>
          ))}
        </div>
      )}
      {shown.length === 0 ? (
        <Empty title={words('nothing')}>
          <p>{words('nothingHint')}</p>
        </Empty>
      ) : (
        <ul className="work">
          {shown.map((one) => (
            <WorkCard key={one.key} work={one} siteName={nameOf(one.siteId)} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

async function readWork(): Promise<Work[]> {
  const isOfSecurity = session.current()?.staff.role === 'security';
  const [exceptions, alarms, differences] = await Promise.all([
    openExceptions(),
    isOfSecurity ? [] : session.ask(house.GET('/api/v1/alarms')).then((answer) => answer.alarms),
    isOfSecurity ? [] : session.ask(house.GET('/api/v1/lab/differences')).then((answer) => answer.differences),
  ]);
  return workOf(exceptions, alarms, differences, Date.now());
}

/** As many pages as a site can have on a bad night; the most urgent come first. */
const mostPages = 5;

async function openExceptions(): Promise<Exception[]> {
  const all: Exception[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = { state: 'open' as const, ...(cursor === undefined ? {} : { cursor }) };
    const { exceptions, next } = await session.ask(house.GET('/api/v1/exceptions', { params: { query } }));
    all.push(...exceptions);
    if (next === null) break;
    cursor = next;
  }
  return all;
}
