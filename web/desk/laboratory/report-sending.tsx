import { Loading } from '../../every-page/look/states.js';
import { useWords } from './report-words.js';

interface ReportSendingProps {
  file: string;
  /** The share of its bytes that have left, from 0 to 1. */
  sent: number;
  /** What the house does with it once it has the whole of it. */
  then: string;
}

/** How far a file is on its way; how long the house reads it, nobody can say. */
export function ReportSending({ file, sent, then }: ReportSendingProps) {
  const words = useWords();
  if (sent === 1) return <Loading what={then} />;
  return (
    <label className="sending">
      {words('sending', { file, percent: Math.floor(sent * 100) })}
      <progress max={1} value={sent} />
    </label>
  );
}
