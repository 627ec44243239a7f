import { useLength } from '../times.js';
import { useDayWords } from './day-words.js';
import type { Progress } from './round-data.js';

/** Tubes by stage: how many, how old the oldest, how many too old, and whom to call. */
export function Funnel({ progress }: { progress: Progress }) {
  const words = useDayWords();
  const length = useLength();
  const most = Math.max(...progress.stages.map(({ people }) => people), 1);
  return (
    <section className="funnel panel" aria-labelledby="funnel">
      <h2 id="funnel">{words('funnel')}</h2>
      <ol>
        {progress.stages.map(({ stage, tubes, people, oldestSince, late, limitMinutes }) => {
          const age = oldestSince === null ? undefined : (Date.parse(progress.asOf) - Date.parse(oldestSince)) / 60_000;
          return (
            <li key={stage} className={late > 0 ? 'late' : undefined}>
              <div className="stage-name">
                <h3>{words(`stage_${stage}`)}</h3>
                <p>
                  {tubes === 0 ? (
                    words('noTubes')
                  ) : (
                    <>
                      <strong>{words('tubes', { count: tubes })}</strong> · {words('peopleCount', { count: people })}
                    </>
                  )}
                </p>
              </div>
              <svg className="stage-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect className="ground" width="100" height="6" />
                <rect className="fill" width={(people / most) * 100} height="6" />
              </svg>
              {limitMinutes !== null && tubes > 0 && (
                <p className="stage-age">
                  {late > 0 ? (
                    <strong className="late-mark">
                      ⚠ {words('lateTubes', { count: late, limit: length(limitMinutes) })}
                    </strong>
                  ) : (
                    <span>✓ {words('noneLate', { limit: length(limitMinutes) })}</span>
                  )}
                  {age !== undefined && <span>{words('oldest', { age: length(age) })}</span>}
                  {late > 0 && stage !== 'tested' && <span className="todo">{words(`todo_${stage}`)}</span>}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
