import { useState } from 'react';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { useDesk } from '../desk.js';
import { useLineage } from '../pick/areas.js';
import { Path } from './coverage-view.js';
import { useMissing, type Asked, type InClear, type MissingPerson } from './missing-data.js';
import { MissingExport } from './missing-export.js';
import { MissingTable } from './missing-table.js';
import { useMissingWords } from './missing-words.js';
import type { Round } from './round-data.js';
import { UnmaskDialog } from './unmask-dialog.js';
import { VisitAssignment } from './visit-assignment.js';

/** Visits are assigned for so many people at once at most; the house takes no more. */
const mostAtOnce = 500;

/** Who is missing in an area, and what is done about it: look closer, send somebody, take the list along. */
export function MissingView({ round, area }: { round: Round; area: string }) {
  const words = useMissingWords();
  const { role, ownId } = useDesk();
  const [isMine, onlyMine] = useState(false);
  const asked: Asked = {
    roundId: round.id,
    area: area === '' ? undefined : area,
    visitor: isMine ? ownId : undefined,
  };
  const missing = useMissing(asked);
  const lineage = useLineage(asked.area);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [seen, setSeen] = useState<ReadonlyMap<string, InClear>>(new Map());
  const [looking, lookAt] = useState<MissingPerson>();
  const place = lineage.data?.at(-1)?.name;
  const people = missing.data?.pages.flatMap(({ residents }) => residents) ?? [];
  const mayAssign = role === 'organiser' || role === 'admin';
  const mayUnmask = role === 'organiser' || role === 'gridworker';
  return (
    <>
      <h1>{place === undefined ? words('title') : words('titleOf', { area: place })}</h1>
      <Path lineage={lineage.data ?? []} to="missing" />
      <p className="intro">{words('intro')}</p>
      <div className="tools">
        {role === 'gridworker' && (
          <label className="tick">
            <input type="checkbox" checked={isMine} onChange={({ target }) => onlyMine(target.checked)} />
            {words('mine')}
          </label>
        )}
        {mayAssign && people.length > 0 && (
          <>
            <label className="tick">
              <input
                type="checkbox"
                checked={people.every(({ residentId }) => selected.has(residentId))}
                onChange={({ target }) =>
                  select(new Set(target.checked ? people.map(({ residentId }) => residentId) : []))
                }
              />
              {words('selectAll')}
            </label>
            <VisitAssignment
              roundId={round.id}
              residentIds={[...selected].slice(0, mostAtOnce)}
              onDone={() => select(new Set())}
            />
          </>
        )}
        {people.length > 0 && <MissingExport asked={asked} seen={seen} place={place ?? round.name} />}
      </div>
      {missing.isPending && <Loading />}
      {missing.data === undefined && missing.error !== null && (
        <Trouble error={missing.error} onTryAgain={() => void missing.refetch()} />
      )}
      {missing.data !== undefined && people.length === 0 && (
        <Empty title={words(isMine ? 'noneMine' : 'nobody')}>
          <p>{words(isMine ? 'noneMineHint' : 'nobodyHint')}</p>
        </Empty>
      )}
      {people.length > 0 && (
        <MissingTable
          people={people}
          seen={seen}
          selection={mayAssign ? { selected, select } : undefined}
          onLook={mayUnmask ? lookAt : undefined}
        />
      )}
      {people.length > 0 && (
        <p className="more">
          <span>{words(missing.hasNextPage ? 'shown' : 'allShown', { count: people.length })}</span>
          {missing.hasNextPage && (
            <button type="button" disabled={missing.isFetchingNextPage} onClick={() => void missing.fetchNextPage()}>
              {words('more')}
            </button>
          )}
        </p>
      )}
      {looking !== undefined && (
        <UnmaskDialog
          person={looking}
          onClose={() => lookAt(undefined)}
          onSeen={(clear) => {
            setSeen(new Map(seen).set(looking.residentId, { ...seen.get(looking.residentId), ...clear }));
            lookAt(undefined);
          }}
        />
      )}
    </>
  );
}
