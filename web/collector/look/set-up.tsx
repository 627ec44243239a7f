import { useState, type SubmitEvent } from 'react';
import { Refused } from '../../every-page/look/refused.js';
import { LanguageSwitch } from '../../every-page/look/language-switch.js';
import { Refusal } from '../../every-page/house.js';
import { Camera } from '../../every-page/scan/camera.js';
import { useWedge } from '../../every-page/scan/use-wedge.js';
import { SignIn } from '../../every-page/staff/sign-in.js';
import { useStaff } from '../../every-page/staff/use-staff.js';
import { recognise } from '../codes/recognise.js';
import type { Collector } from '../collector.js';
import { useWords } from '../words.js';

const noPatterns = { tube: '^$', box: '^$' };

/** The first hour of a device: who holds it signs in, and enters it with the code of the site lead. */
export function SetUp({ collector }: { collector: Collector }) {
  const words = useWords();
  const staff = useStaff(collector.session);
  const [enrolmentId, setEnrolmentId] = useState('');
  const [code, setCode] = useState('');
  const [hasCamera, setCamera] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  function scanned(text: string): void {
    const found = recognise(text, noPatterns);
    if (found.kind !== 'enrolment') return;
    setEnrolmentId(found.enrolmentId);
    setCode(found.code);
    setCamera(false);
  }
  useWedge(scanned);

  async function send(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    setWorking(true);
    setRefusal(undefined);
    try {
      await collector.enrol({
        enrolmentId: enrolmentId.trim().toLowerCase(),
        code: code.trim().toUpperCase(),
        name: typeof name === 'string' ? name.trim() : '',
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    } finally {
      setWorking(false);
    }
  }

  if (staff === undefined) {
    return (
      <div className="opening">
        <LanguageSwitch />
        <SignIn session={collector.session} title={words('setUpTitle')} />
      </div>
    );
  }
  return (
    <main className="form-page">
      <h1>{words('setUpTitle')}</h1>
      <p>{words('setUpHint')}</p>
      {hasCamera && <Camera onCode={scanned} />}
      <form onSubmit={(event) => void send(event)}>
        <button type="button" onClick={() => setCamera(!hasCamera)}>
          {words(hasCamera ? 'closeCamera' : 'camera')}
        </button>
        <label>
          {words('enrolmentId')}
          <input
            name="enrolmentId"
            required
            pattern="[0-9a-fA-F\-]{36}"
            autoCapitalize="none"
            spellCheck={false}
            autoComplete="off"
            value={enrolmentId}
            onChange={({ target }) => setEnrolmentId(target.value)}
          />
        </label>
        <label>
          {words('enrolmentCode')}
          <input
            name="code"
            required
            maxLength={32}
            autoComplete="off"
            spellCheck={false}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </label>
        <label>
          {words('deviceName')}
          <input name="name" required maxLength={100} placeholder={words('deviceNameHint')} />
        </label>
        <Refused refusal={refusal} />
        <button type="submit" className="main" disabled={isWorking}>
          {words(isWorking ? 'enrolling' : 'enrol')}
        </button>
      </form>
    </main>
  );
}
