import type { ReactNode } from 'react';
import { useLanguage } from '../../every-page/language-context.js';
import type { ReportPreview } from '../house.js';
import { momentText } from '../moments.js';
import { useWords as useDeskWords } from '../words.js';
import type { Credentials, NotSecond } from './report-file.js';
import { SecondLook, SecondLookDone } from './second-look.js';
import { ReportSending } from './report-sending.js';
import { useWords } from './report-words.js';

/** As many faults as somebody reads before going back to the file. */
const shown = 200;

interface ReportLookProps {
  file: string;
  preview: ReportPreview;
  /** The share of its bytes that have left while it is entered; undefined before. */
  sent: number | undefined;
  onSign: (who: Credentials) => Promise<NotSecond | undefined>;
  onApply: () => void;
}

/** What a file would do, or what is wrong with it, line by line. */
export function ReportLook({ file, preview, sent, onSign, onApply }: ReportLookProps) {
  const words = useWords();
  const desk = useDeskWords();
  const { rows, outcomes, counts, positives, contradictions, errorCount, applied, review } = preview;
  if (errorCount > 0) return <Faults file={file} preview={preview} />;
  return (
    <section className="panel look" aria-label={words('lookedAt')}>
      <h2>
        {words('ready', { count: rows })} · <span className="file-name">{file}</span>
      </h2>
      {applied !== null && <p className="note">{words('knownFile', { time: momentText(applied.appliedAt) })}</p>}
      <dl className="counts">
        {(['negative', 'positive', 'inconclusive', 'invalid'] as const).map((outcome) => (
          <Count key={outcome} name={desk(`outcome_${outcome}`)} number={outcomes[outcome]} mark={outcome} />
        ))}
      </dl>
      <dl className="counts small">
        <Count name={words('current')} number={counts.current} />
        <Count name={words('repeated')} number={counts.repeated} />
        <Count name={words('held')} number={counts.held} mark={counts.held > 0 ? 'positive' : undefined} />
      </dl>
      {positives.length > 0 && (
        <Codes title={words('positives')}>
          {positives.map((barcode) => (
            <li key={barcode}>
              <code>{barcode}</code>
            </li>
          ))}
        </Codes>
      )}
      {contradictions.length > 0 && (
        <>
          <Codes title={words('contradictions')}>
            {contradictions.map(({ barcode, outcome, current }) => (
              <li key={barcode}>
                <code>{barcode}</code>{' '}
                {words('wasNow', { was: desk(`outcome_${current}`), now: desk(`outcome_${outcome}`) })}
              </li>
            ))}
          </Codes>
          <p className="hint">{words('heldHint')}</p>
        </>
      )}
      {review.isNeeded && review.isSigned && <SecondLookDone />}
      {sent !== undefined ? (
        <ReportSending file={file} sent={sent} then={words('applying', { count: rows })} />
      ) : review.isNeeded && !review.isSigned ? (
        <SecondLook onSign={onSign} />
      ) : (
        <button type="button" className="main" autoFocus onClick={onApply}>
          {words('apply', { count: rows })}
        </button>
      )}
    </section>
  );
}

function Faults({ file, preview }: { file: string; preview: ReportPreview }) {
  const words = useWords();
  const language = useLanguage();
  const { errors, errorCount, rightRows } = preview;
  return (
    <section className="panel look faults" role="alert" aria-label={words('lookedAt')}>
      <h2>
        {words('wrongRows', { count: errorCount })} · <span className="file-name">{file}</span>
      </h2>
      <p>{words('wrongRowsHint')}</p>
      {rightRows > 0 && <p className="hint">{words('otherRows', { count: rightRows })}</p>}
      <div className="table" tabIndex={0} role="region" aria-label={words('whatIsWrong')}>
        <table>
          <thead>
            <tr>
              <th className="number">{words('line')}</th>
              <th>{words('tube')}</th>
              <th>{words('whatIsWrong')}</th>
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, shown).map(({ line, code, barcode, messages }) => (
              <tr key={`${line}-${code}`}>
                <td className="number">{line}</td>
                <td>{barcode !== undefined && <code>{barcode}</code>}</td>
                <td>{withoutLine(messages[language])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {errorCount > shown && <p className="hint">{words('moreErrors', { count: errorCount - shown })}</p>}
    </section>
  );
}

/** The line stands in a column of its own; what is left begins as a sentence does. */
function withoutLine(message: string): string {
  const rest = message.replace(/^(?:第 \d+ 行：|Line \d+: )/u, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function Count({ name, number, mark }: { name: string; number: number; mark?: string | undefined }) {
  return (
    <div className={number > 0 ? mark : undefined}>
      <dt>{name}</dt>
      <dd>{number}</dd>
    </div>
  );
}

function Codes({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="codes">{children}</ul>
    </>
  );
}
