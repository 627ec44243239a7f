import { useState, useSyncExternalStore, type DragEvent } from 'react';
import { useLanguage } from '../../every-page/language-context.js';
import type { Report } from '../house.js';
import { VerdictSign } from '../../every-page/verdict/verdict-sign.js';
import { LatestReports } from './latest-reports.js';
import { reportAtWork } from './report-at-work.js';
import { ReportLook } from './report-look.js';
import { shownName } from './report-name.js';
import { ReportSending } from './report-sending.js';
import { useWords } from './report-words.js';

/** A file is looked at first; it is entered when somebody agrees, whole or not at all, and once. It goes on while somebody is elsewhere. */
export function ReportDrop() {
  const words = useWords();
  const language = useLanguage();
  const stage = useSyncExternalStore(reportAtWork.subscribe, reportAtWork.current);
  const [isOver, setOver] = useState(false);
  const isBusy = stage.is === 'looking' || stage.is === 'applying';

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined && !isBusy) void reportAtWork.look(file);
  }

  return (
    <div className="report">
      <h1>{words('title')}</h1>
      <section
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <h2>{words('drop')}</h2>
        <p className="hint">{words('dropHint')}</p>
        <label className="choose">
          <span>{words('choose')}</span>
          <input
            type="file"
            accept=".csv,.xlsx,.hl7,.json,.jsonl,.ndjson"
            disabled={isBusy}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file !== undefined) void reportAtWork.look(file);
              // The same file can be chosen again after it was mended.
              event.target.value = '';
            }}
          />
        </label>
      </section>
      {stage.is === 'looking' && (
        <ReportSending
          file={shownName(stage.file.name)}
          sent={stage.sent}
          then={words('looking', { file: shownName(stage.file.name) })}
        />
      )}
      {(stage.is === 'looked' || stage.is === 'applying') && (
        <ReportLook
          file={shownName(stage.file.name)}
          preview={stage.preview}
          sent={stage.is === 'applying' ? stage.sent : undefined}
          onSign={(who) => reportAtWork.sign(stage.file, stage.preview, who)}
          onApply={() => void reportAtWork.apply(stage.file, stage.preview)}
        />
      )}
      {stage.is === 'applied' && <Applied report={stage.report} />}
      {stage.is === 'failed' && (
        <p className="wrong" role="alert">
          {stage.refusal === 'changed' ? words('refused') : stage.refusal.messages[language]}
        </p>
      )}
      <LatestReports />
    </div>
  );
}

function Applied({ report }: { report: Report }) {
  const words = useWords();
  const { current, repeated, held } = report.counts;
  return (
    <div className="verdict tone-right" role="status">
      <VerdictSign tone="right" />
      <div>
        <strong>{words('applied', { count: report.rows })}</strong>
        <p>{words('appliedHint', { current, repeated, held })}</p>
      </div>
    </div>
  );
}
