import { useState, type DragEvent } from 'react';
import { Refusal } from '../../every-page/house.js';
import { useLanguage } from '../../every-page/language-context.js';
import { Loading } from '../../every-page/look/states.js';
import { memory, type Report, type ReportPreview } from '../house.js';
import { sound } from '../../every-page/verdict/verdict-sound.js';
import { VerdictSign } from '../../every-page/verdict/verdict-sign.js';
import { LatestReports } from './latest-reports.js';
import { handIn, lookAt } from './report-file.js';
import { ReportLook } from './report-look.js';
import { shownName } from './report-name.js';
import { useWords } from './report-words.js';

type Stage =
  | { is: 'idle' }
  | { is: 'looking'; file: File }
  | { is: 'looked'; file: File; preview: ReportPreview }
  | { is: 'applying'; file: File; preview: ReportPreview }
  | { is: 'applied'; report: Report }
  | { is: 'failed'; refusal: Refusal | 'changed' };

/** A file is looked at first; it is entered when somebody agrees, whole or not at all, and once. */
export function ReportDrop() {
  const words = useWords();
  const language = useLanguage();
  const [stage, setStage] = useState<Stage>({ is: 'idle' });
  const [isOver, setOver] = useState(false);

  async function look(file: File): Promise<void> {
    setStage({ is: 'looking', file });
    try {
      const preview = await lookAt(file);
      sound(preview.errorCount === 0 ? 'right' : 'wrong');
      setStage({ is: 'looked', file, preview });
    } catch (error) {
      fail(error);
    }
  }

  async function apply(file: File, preview: ReportPreview): Promise<void> {
    setStage({ is: 'applying', file, preview });
    try {
      const report = await handIn(file);
      const isApplied = report.state === 'applied';
      sound(isApplied ? 'right' : 'wrong');
      setStage(isApplied ? { is: 'applied', report } : { is: 'failed', refusal: 'changed' });
      void memory.invalidateQueries({ queryKey: ['reports'] });
    } catch (error) {
      fail(error);
    }
  }

  function fail(error: unknown): void {
    if (!(error instanceof Refusal)) throw error;
    sound('wrong');
    setStage({ is: 'failed', refusal: error });
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void look(file);
  }

  const isBusy = stage.is === 'looking' || stage.is === 'applying';
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
              if (file !== undefined) void look(file);
              // The same file can be chosen again after it was mended.
              event.target.value = '';
            }}
          />
        </label>
      </section>
      {stage.is === 'looking' && <Loading what={words('looking', { file: shownName(stage.file.name) })} />}
      {(stage.is === 'looked' || stage.is === 'applying') && (
        <ReportLook
          file={shownName(stage.file.name)}
          preview={stage.preview}
          isApplying={stage.is === 'applying'}
          onApply={() => void apply(stage.file, stage.preview)}
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
        <strong>{words('applied', { rows: report.rows })}</strong>
        <p>{words('appliedHint', { current, repeated, held })}</p>
      </div>
    </div>
  );
}
