import { useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useWedge } from '../every-page/scan/use-wedge.js';
import { CameraReader } from '../verify/camera-reader.js';
import { EndingForm } from './ask-ending.js';
import { codeExpiry, looksLikeCode, relations, type Relation } from './kept.js';
import { useMemberWords } from './member-words.js';
import { useMoments } from './moments.js';
import { useKept } from './use-kept.js';
import { useWords } from './words.js';

/** Two steps: the code, and the end of the document of whoever it names. */
export function AddMember({ forSite }: { forSite: string | undefined }) {
  const words = useMemberWords();
  const frame = useWords();
  const moments = useMoments();
  const [, navigate] = useLocation();
  const [code, setCode] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const take = (text: string) => {
    setWrong(!looksLikeCode(text));
    if (looksLikeCode(text)) setCode(text.trim());
  };
  const relationField = useId();
  const [relation, setRelation] = useState<Relation>(useKept().members.length === 0 ? 'me' : 'relative');
  const expiry = code === undefined ? undefined : codeExpiry(code);
  return (
    <section className="add-member">
      <Link href={forSite === undefined ? '/family' : `/site/${forSite}`} className="back">
        ‹ {frame('back')}
      </Link>
      <h1>{words('addTitle')}</h1>
      {code === undefined ? (
        <CodeStep isWrong={isWrong} onCode={take} />
      ) : (
        <div className="panel">
          <h2>{words('endingStep')}</h2>
          {expiry !== undefined && <p>{words('codeRead', { day: moments.day(expiry) })}</p>}
          <label htmlFor={relationField}>{words('relation')}</label>
          <select id={relationField} value={relation} onChange={({ target }) => setRelation(target.value as Relation)}>
            {relations.map((one) => (
              <option key={one} value={one}>
                {words(`relation_${one}`)}
              </option>
            ))}
          </select>
          <EndingForm
            code={code}
            relation={relation}
            button={words('save')}
            onDone={(residentId) => navigate(forSite === undefined ? `/member/${residentId}` : `/site/${forSite}`)}
          />
          <button type="button" className="quiet" onClick={() => setCode(undefined)}>
            {words('otherCode')}
          </button>
        </div>
      )}
    </section>
  );
}

function CodeStep({ isWrong, onCode }: { isWrong: boolean; onCode: (text: string) => void }) {
  const words = useMemberWords();
  const field = useId();
  const [typed, setTyped] = useState('');
  useWedge(onCode);
  return (
    <div className="panel">
      <h2>{words('addStep')}</h2>
      <p className="quiet-line">{words('addHint')}</p>
      {isWrong && (
        <p className="wrong" role="alert">
          {words('notACode')}
        </p>
      )}
      <CameraReader onCode={onCode} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onCode(typed);
        }}
      >
        <label htmlFor={field}>{words('codeText')}</label>
        <input
          id={field}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <button type="submit" disabled={typed.trim() === ''}>
          {words('codeNext')}
        </button>
      </form>
    </div>
  );
}
