import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Refusal } from '../every-page/house.js';
import { LanguageSwitch } from '../every-page/look/language-switch.js';
import { Empty } from '../every-page/look/states.js';
import { SignIn } from '../every-page/staff/sign-in.js';
import type { StaffSession } from '../every-page/staff/staff-session.js';
import { useStaff } from '../every-page/staff/use-staff.js';
import { DeskOf } from './desk.js';
import { placesOf } from './places.js';
import { SecondFactor } from './second-factor.js';
import { Shell } from './shell.js';
import { useShellWords } from './shell-words.js';

/** Asked again by themselves where the network failed; a refusal is an answer. */
const newQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (times, error) => error instanceof Refusal && error.isUnreachable && times < 2,
        staleTime: 2_000,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/** The whole page: sign-in, the second factor where it is due, then what the role of the person holds. */
export function OrganiserPage({ session }: { session: StaffSession }) {
  const kept = useStaff(session);
  return (
    <>
      {/* Whoever signs in next sees nothing that the one before was shown. */}
      <SignedIn key={kept?.token ?? ''} session={session} />
    </>
  );
}

function SignedIn({ session }: { session: StaffSession }) {
  const words = useShellWords();
  const kept = useStaff(session);
  const [queries] = useState(newQueries);
  if (kept === undefined) {
    return (
      <>
        <SignIn session={session} title={words('title')} />
        <p className="sign-in-language">
          <LanguageSwitch />
        </p>
      </>
    );
  }
  const { staff } = kept;
  return (
    <QueryClientProvider client={queries}>
      {kept.secondFactorNeeded ? (
        <SecondFactor session={session} />
      ) : (
        <DeskOf value={{ session, role: staff.role, ownId: staff.id }}>
          <Router hook={useHashLocation}>
            {placesOf(staff.role).length > 0 ? <Shell /> : <NothingHere session={session} />}
          </Router>
        </DeskOf>
      )}
    </QueryClientProvider>
  );
}

function NothingHere({ session }: { session: StaffSession }) {
  const words = useShellWords();
  return (
    <main>
      <h1 className="for-readers">{words('title')}</h1>
      <Empty title={words('nothingHere')}>
        <p>{words('nothingHereHint')}</p>
        <button type="button" onClick={() => void session.signOut()}>
          {words('signOut')}
        </button>
      </Empty>
    </main>
  );
}
