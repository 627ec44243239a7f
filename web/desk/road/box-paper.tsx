import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../every-page/house.js';
import { Qr } from '../../every-page/qr.js';
import { house, type BoxRecord } from '../house.js';
import { paperMoment } from '../moments.js';
import { useWords } from './words.js';

/** What goes with the box on paper: its code to be scanned, what is inside, and where both sides sign. Seen in print only. */
export function BoxPaper({ box }: { box: BoxRecord }) {
  const words = useWords();
  const site = useQuery({
    queryKey: ['site', box.siteId],
    queryFn: () => answerOf(house.GET('/api/v1/sites/{id}', { params: { path: { id: box.siteId } } })),
    staleTime: Infinity,
  });
  const tubes = box.contents.filter(({ lost }) => !lost);
  return (
    <section className="paper" aria-hidden="true">
      <header>
        <Qr text={box.code} label={box.code} />
        <div>
          <h1>{box.code}</h1>
          <p>
            {words('paperTitle')} · {words('paperTubes', { count: tubes.length })}
          </p>
          <p>
            {words('paperSite')} {site.data?.name ?? ''}
            {box.labCode !== null && ` · ${words('paperLab', { lab: box.labCode })}`}
          </p>
          {box.sealedAt !== null && <p>{words('paperSealed', { time: paperMoment(box.sealedAt) })}</p>}
        </div>
      </header>
      <ol>
        {tubes.map(({ barcode }) => (
          <li key={barcode}>{barcode}</li>
        ))}
      </ol>
      <p className="signs">{words('paperSigns')}</p>
    </section>
  );
}
