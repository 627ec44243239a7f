import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Loading, Trouble } from '../../every-page/look/states.js';
import { freshEveryMs } from '../house.js';
import { boxQuery } from '../packing/pack-tube.js';
import { BoxPaper } from './box-paper.js';
import { Custody } from './custody.js';
import { stateWord, useWords } from './words.js';

/** One box: where it is, whose hands it was in, what is inside. */
export function BoxView({ code }: { code: string }) {
  const words = useWords();
  const query = useQuery({ ...boxQuery(code), refetchInterval: freshEveryMs });
  const box = query.data;
  if (box === undefined) {
    return query.isError ? <Trouble error={query.error} onTryAgain={() => void query.refetch()} /> : <Loading />;
  }
  return (
    <article className="box-view">
      <p>
        <Link href="/boxes">{words('back')}</Link>
      </p>
      <h1>
        <code>{box.code}</code> <span className={`state-mark ${box.state}`}>{words(stateWord[box.state])}</span>
      </h1>
      <Custody box={box} />
      <section>
        <h2>{words('contents', { count: box.tubes })}</h2>
        <ul className="codes">
          {box.contents.map(({ barcode }) => (
            <li key={barcode}>
              <code>{barcode}</code>
            </li>
          ))}
        </ul>
      </section>
      <button type="button" onClick={() => print()}>
        {words('print')}
      </button>
      <BoxPaper box={box} />
    </article>
  );
}
