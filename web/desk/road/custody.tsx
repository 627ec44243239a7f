import type { BoxRecord } from '../house.js';
import { momentText } from '../moments.js';
import { legWord, useWords } from './words.js';

/** Whose hands the box has been in, with the time of each handover. */
export function Custody({ box }: { box: BoxRecord }) {
  const words = useWords();
  return (
    <section className="custody">
      <h2>{words('custody')}</h2>
      {box.custody.length === 0 ? (
        <p className="hint">{words('noCustody')}</p>
      ) : (
        <ol>
          {box.custody.map(({ leg, kind, givenBy, takenBy, hubCode, plate, signedAt }) => (
            <li key={leg}>
              <time dateTime={signedAt}>{momentText(signedAt)}</time>
              <b>{words(legWord[kind])}</b>
              <span>
                {words('fromTo', {
                  from: givenBy ?? (hubCode === null ? words('none') : words('atHub', { hub: hubCode })),
                  to: kind === 'hub-arrival' && hubCode !== null ? words('atHub', { hub: hubCode }) : takenBy,
                })}
                {plate !== null && ` · ${words('withPlate', { plate })}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
