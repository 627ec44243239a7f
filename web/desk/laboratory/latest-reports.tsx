import { useQuery } from '@tanstack/react-query';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { freshEveryMs, house, session } from '../house.js';
import { momentText } from '../moments.js';
import { Stale } from '../stale.js';
import { useWords } from './report-words.js';

/** What was handed in and what became of it: also of what somebody left while it went on. */
export function LatestReports() {
  const words = useWords();
  const list = useQuery({
    queryKey: ['reports'],
    queryFn: () => session.ask(house.GET('/api/v1/lab/reports')),
    refetchInterval: freshEveryMs,
  });
  if (list.data === undefined) {
    return list.isError ? <Trouble error={list.error} onTryAgain={() => void list.refetch()} /> : <Loading />;
  }
  const { reports } = list.data;
  return (
    <section className="latest">
      <h2>{words('latest')}</h2>
      <Stale error={list.error} />
      {reports.length === 0 ? (
        <Empty title={words('latestEmpty')}>
          <p>{words('latestEmptyHint')}</p>
        </Empty>
      ) : (
        <div className="table" tabIndex={0} role="region" aria-label={words('latest')}>
          <table>
            <thead>
              <tr>
                <th>{words('when')}</th>
                <th>{words('file')}</th>
                <th>{words('state')}</th>
                <th className="number">{words('rows')}</th>
                <th className="number">{words('held')}</th>
              </tr>
            </thead>
            <tbody>
              {reports.map(({ id, file, state, rows, counts, uploadedAt }) => (
                <tr key={id}>
                  <td>{momentText(uploadedAt)}</td>
                  <td className="file-name">{file ?? words('noName')}</td>
                  <td>{words(`state_${state}`)}</td>
                  <td className="number">{rows}</td>
                  <td className="number">{counts.held}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
