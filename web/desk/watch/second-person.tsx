import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../every-page/language-context.js';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import type { Role } from '../../every-page/staff/staff-session.js';
import { useStaff } from '../../every-page/staff/use-staff.js';
import {
  freshEveryMs,
  house,
  session,
  type Amendment,
  type Contradiction,
  type Correction,
  type Merging,
} from '../house.js';
import { Stale } from '../stale.js';
import { VerdictSign } from '../../every-page/verdict/verdict-sign.js';
import { AmendmentCard, MergingCard } from './answer-cards.js';
import { ContradictionCard } from './contradiction-card.js';
import { CorrectionCard } from './correction-card.js';
import type { Sentence, Told } from './proposal.js';
import { useWords } from './words.js';

interface Waiting {
  corrections: Correction[];
  amendments: Amendment[];
  mergings: Merging[];
  contradictions: Contradiction[];
  names: Map<string, string>;
}

/** What takes effect when a second person agrees: corrections, amendments, mergings, contradicting outcomes. */
export function SecondPerson() {
  const words = useWords();
  const language = useLanguage();
  const role = useStaff(session)?.staff.role ?? 'lab';
  const [done, setDone] = useState<{ sentence: Sentence; isWrong: boolean }>();
  const tell: Told = (sentence, isWrong = false) => setDone({ sentence, isWrong });
  const list = useQuery({
    queryKey: ['waiting', role],
    queryFn: () => readWaiting(role),
    refetchInterval: freshEveryMs,
  });
  if (list.data === undefined) {
    return list.isError ? <Trouble error={list.error} onTryAgain={() => void list.refetch()} /> : <Loading />;
  }
  const { corrections, amendments, mergings, contradictions, names } = list.data;
  const isNothing = corrections.length + amendments.length + mergings.length + contradictions.length === 0;
  const whoOf = (id: string) => names.get(id) ?? words('someone');
  return (
    <section className="list">
      <header className="list-head">
        <h1>{words('confirmTitle')}</h1>
      </header>
      <p className="hint">{words(role === 'lab' ? 'labHint' : 'confirmHint')}</p>
      <Stale error={list.error} />
      <p className={done === undefined ? 'for-readers' : done.isWrong ? 'wrong' : 'agrees'} role="status">
        {done !== undefined && <VerdictSign tone={done.isWrong ? 'wrong' : 'right'} />}{' '}
        {done?.sentence(words, language)}
      </p>
      {isNothing && (
        <Empty title={words('nothingToConfirm')}>
          <p>{words('nothingToConfirmHint')}</p>
        </Empty>
      )}
      {contradictions.length > 0 && (
        <section>
          <h2>{words('contradictions')}</h2>
          <ul className="work">
            {contradictions.map((one) => (
              <ContradictionCard
                key={`${one.barcode}-${one.version}`}
                held={one}
                mayDecide={role === 'organiser'}
                onDone={tell}
              />
            ))}
          </ul>
        </section>
      )}
      {corrections.length > 0 && (
        <section>
          <h2>{words('corrections')}</h2>
          <ul className="work">
            {corrections.map((one) => (
              <CorrectionCard key={one.id} correction={one} who={whoOf(one.authorId)} onDone={tell} />
            ))}
          </ul>
        </section>
      )}
      {amendments.length > 0 && (
        <section>
          <h2>{words('amendments')}</h2>
          <ul className="work">
            {amendments.map((one) => (
              <AmendmentCard key={one.id} amendment={one} who={whoOf(one.authorId)} onDone={tell} />
            ))}
          </ul>
        </section>
      )}
      {mergings.length > 0 && (
        <section>
          <h2>{words('mergings')}</h2>
          <ul className="work">
            {mergings.map((one) => (
              <MergingCard key={one.id} merging={one} who={whoOf(one.authorId)} onDone={tell} />
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

const seen = {
  corrections: ['sitelead', 'organiser', 'admin'],
  amendments: ['organiser', 'admin'],
  mergings: ['gridworker', 'organiser', 'admin'],
  contradictions: ['lab', 'organiser', 'admin'],
} satisfies Record<string, Role[]>;

async function readWaiting(role: Role): Promise<Waiting> {
  const query = { state: 'proposed' } as const;
  const sees = (what: keyof typeof seen) => (seen[what] as Role[]).includes(role);
  const [corrections, amendments, mergings, contradictions] = await Promise.all([
    sees('corrections') ? session.ask(house.GET('/api/v1/corrections', { params: { query } })) : { items: [] },
    sees('amendments') ? session.ask(house.GET('/api/v1/amendments', { params: { query } })) : { items: [] },
    sees('mergings') ? session.ask(house.GET('/api/v1/mergings', { params: { query } })) : { items: [] },
    sees('contradictions') ? session.ask(house.GET('/api/v1/lab/contradictions')) : { contradictions: [] },
  ]);
  const proposals = [...corrections.items, ...amendments.items, ...mergings.items];
  return {
    corrections: corrections.items,
    amendments: amendments.items,
    mergings: mergings.items,
    contradictions: contradictions.contradictions,
    names: await namesOf([...new Set(proposals.map(({ authorId }) => authorId))]),
  };
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const query = { ids: ids.slice(0, 100).join(',') };
  const { names } = await session.ask(house.GET('/api/v1/accounts/names', { params: { query } }));
  return new Map(names.map(({ id, displayName }) => [id, displayName]));
}
