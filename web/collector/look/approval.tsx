import { useEffect, useEffectEvent } from 'react';
import { Refusal } from '../../every-page/house.js';
import { SignIn } from '../../every-page/staff/sign-in.js';
import { useStaff } from '../../every-page/staff/use-staff.js';
import type { Collector } from '../collector.js';
import { useWords } from '../words.js';

const askEveryMs = 3_000;

/** A second person has to let the device in; the page asks until somebody has. */
export function Approval({ collector }: { collector: Collector }) {
  const words = useWords();
  const staff = useStaff(collector.session);
  const ask = useEffectEvent(() => {
    collector.askApproval().catch((error: unknown) => {
      // Away or signed out: it is asked again.
      if (!(error instanceof Refusal)) throw error;
    });
  });
  const isSignedIn = staff !== undefined;
  useEffect(() => {
    if (!isSignedIn) return;
    ask();
    const timer = setInterval(() => ask(), askEveryMs);
    return () => clearInterval(timer);
  }, [isSignedIn]);
  if (!isSignedIn) return <SignIn session={collector.session} title={words('waitingTitle')} />;
  return (
    <main className="form-page waiting">
      <span className="spinner" aria-hidden="true" />
      <h1>{words('waitingTitle')}</h1>
      <p role="status">{words('waitingHint', { name: collector.device?.name ?? '' })}</p>
      <button type="button" onClick={() => void collector.enrolAnew()}>
        {words('enrolAnew')}
      </button>
    </main>
  );
}
