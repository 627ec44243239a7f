import { useNow } from '../../every-page/use-now.js';
import { setting } from '../ground/ground.js';
import { minutesSinceFirstSwab, type Tube } from '../table/table.js';
import { useWords } from '../words.js';
import type { Duty } from '../work.js';
import { PoolClassName } from './pool-class-name.js';

/** The tube in hand: its number, its places as dots, how many are used up, how long the oldest swab has waited. */
export function TubeCard(props: {
  tube: Tube | undefined;
  duty: Duty | undefined;
  sentThrough: number;
  small: boolean;
}) {
  const { tube, duty, sentThrough, small } = props;
  const words = useWords();
  const now = useNow(10_000);
  if (tube === undefined) {
    return (
      <section className="tube none">
        <TubeDrawing />
        <p className="say">{words('scanTube')}</p>
      </section>
    );
  }
  const { places, capacity, poolClass } = tube;
  const filled = places.length;
  const minutes = minutesSinceFirstSwab(tube, now);
  const isLate = minutes >= setting(duty?.round.settings ?? {}, 'openTubeAlarmMinutes', 60);
  return (
    <section className={small ? 'tube small' : 'tube'} aria-label={words('tube')}>
      <p className="tube-code">
        {tube.barcode} <span>· {<PoolClassName poolClass={poolClass} capacity={capacity} />}</span>
      </p>
      <p className="filled" data-filled={filled}>
        <b>{filled}</b>
        <span>/{capacity}</span>
      </p>
      <div className="dots" aria-label={words('placesOf', { filled, capacity })} role="img">
        {Array.from({ length: Math.max(capacity, filled) }, (_, n) => (
          <i key={n} className={dotOf(places[n], sentThrough)} />
        ))}
      </div>
      {filled > 0 && (
        <p className={isLate ? 'oldest late' : 'oldest'}>
          {isLate && <span aria-hidden="true">⚠ </span>}
          {words(isLate ? 'oldestSwabLate' : 'oldestSwab', { minutes })}
        </p>
      )}
    </section>
  );
}

/** Kept here, or with the house as well. */
function dotOf(place: Tube['places'][number] | undefined, sentThrough: number): string {
  if (place === undefined) return 'free';
  if (place.isVoid) return 'void';
  return place.seq <= sentThrough ? 'sent' : 'used';
}

function TubeDrawing() {
  return (
    <svg className="tube-drawing" viewBox="0 0 80 120" aria-hidden="true">
      <path d="M22 8h36v12H22zM26 24h28v66a14 14 0 0 1-28 0z" />
      <path d="M26 62h28" />
    </svg>
  );
}
