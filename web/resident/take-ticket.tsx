import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { Link, useLocation } from 'wouter';
import { Refusal } from '../every-page/house.js';
import { useLanguage } from '../every-page/language-context.js';
import { AskEnding } from './ask-ending.js';
import { askSite, askTicket, type Lane, type Site, type SiteRules } from './house-answers.js';
import { isOpen } from './site-facts.js';
import type { Asked, Member } from './kept.js';
import { useMemberName } from './member-name.js';
import { askAs, isSignedIn, kept, useKept } from './use-kept.js';
import { useWords } from './words.js';

/** Who, how many, which lane: then one tap. */
export function TakeTicket({ site }: { site: Site }) {
  const words = useWords();
  const { members } = useKept();
  const { data: rules } = useQuery({ queryKey: ['site', site.id], queryFn: () => askSite(site.id), staleTime: 60_000 });
  if (!isOpen(site)) return <p className="notice">{words('cannotTake')}</p>;
  const [first] = members;
  if (first === undefined) {
    return (
      <div className="panel need-member">
        <h2>{words('needMember')}</h2>
        <p>{words('needMemberHint')}</p>
        <Link href={`/add/${site.id}`} className="button-link main">
          {words('addMember')}
        </Link>
      </div>
    );
  }
  return rules === undefined ? null : <TicketForm site={site} rules={rules} members={members} first={first} />;
}

interface TicketFormProps {
  site: Site;
  rules: SiteRules;
  members: readonly Member[];
  first: Member;
}

function TicketForm({ site, rules, members, first }: TicketFormProps) {
  const words = useWords();
  const nameOf = useMemberName();
  const most = rules.settings.partyAtMost;
  const [residentId, setResidentId] = useState(first.residentId);
  const [size, setSize] = useState(Math.min(members.length, most));
  const [lane, setLane] = useState<Lane>(
    rules.lanes.some((held) => held.lane === 'general') ? 'general' : firstLane(rules),
  );
  const holder = members.find((member) => member.residentId === residentId) ?? first;
  const taking = useTaking(site, holder);
  const take = (asked: Lane) => taking.mutate({ residentId: holder.residentId, partySize: size, lane: asked });
  return (
    <div className="panel take">
      <h2 id="party">{words('takeTitle')}</h2>
      <div className="stepper" role="group" aria-labelledby="party">
        <button type="button" aria-label={words('fewer')} disabled={size <= 1} onClick={() => setSize(size - 1)}>
          −
        </button>
        <output>{words('people', { count: size })}</output>
        <button type="button" aria-label={words('more')} disabled={size >= most} onClick={() => setSize(size + 1)}>
          ＋
        </button>
      </div>
      <p className="quiet-line">{words('partyHint', { most })}</p>
      {members.length > 1 && (
        <Choices
          legend={words('forWhom')}
          chosen={residentId}
          choices={members.map((member) => ({ value: member.residentId, word: nameOf(member) }))}
          onChoose={setResidentId}
        />
      )}
      <Choices
        legend={words('lane')}
        chosen={lane}
        choices={rules.lanes.map((held) => ({
          value: held.lane,
          word: words(`lane_${held.lane}`),
          rule: words(`rule_${held.lane}`),
        }))}
        onChoose={(chosen) => setLane(chosen as Lane)}
      />
      <div className="act">
        {taking.error !== null && (
          <NotTaken error={taking.error} site={site} holder={holder} onSingle={() => take('single')} />
        )}
        {isSignedIn(holder) ? (
          <button type="button" className="main large" disabled={taking.isPending} onClick={() => take(lane)}>
            {words(taking.isPending ? 'taking' : 'take')}
          </button>
        ) : (
          <AskEnding member={holder} />
        )}
      </div>
    </div>
  );
}

/**
 * Asks for a ticket. What was asked for and not answered, as when the signal went, is asked for again under the same id: it is
 * one ticket, however often somebody taps.
 */
function useTaking(site: Site, holder: Member) {
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: async (wish: Omit<Asked['body'], 'id'>) => {
      const before = kept.current().asked;
      const isSame =
        before?.siteId === site.id &&
        JSON.stringify({ ...before.body, id: '' }) === JSON.stringify({ id: '', ...wish });
      const body = isSame ? before.body : { id: uuidv7(), ...wish };
      kept.ask({ siteId: site.id, body });
      const ticket = await askAs(holder, (house) => house.takeTicket(site.id, body));
      const heardAt = new Date().toISOString();
      kept.putTicket({ ticket, siteName: site.name, residentId: holder.residentId, heardAt });
    },
    onSuccess: () => navigate('/ticket'),
  });
}

/** The house's own words, and the way on where there is one. */
function NotTaken(props: { error: Error; site: Site; holder: Member; onSingle: () => void }) {
  const { error, site, holder, onSingle } = props;
  const words = useWords();
  const language = useLanguage();
  const [, navigate] = useLocation();
  if (!(error instanceof Refusal)) throw error;
  const { ticketId, label } = error.more;
  const adopt = async (id: string) => {
    const ticket = await askTicket(id);
    const heardAt = new Date().toISOString();
    kept.putTicket({ ticket, siteName: site.name, residentId: holder.residentId, heardAt });
    navigate('/ticket');
  };
  return (
    <div className="wrong" role="alert">
      <p>{error.messages[language]}</p>
      {error.code === 'already-waiting' && typeof ticketId === 'string' && (
        <button type="button" onClick={() => void adopt(ticketId)}>
          {words('showHeld', { label: String(label) })}
        </button>
      )}
      {error.code === 'single-lane-only' && (
        <button type="button" onClick={onSingle}>
          {words('singleInstead')}
        </button>
      )}
    </div>
  );
}

interface Choice {
  value: string;
  word: string;
  rule?: string;
}

function Choices(props: { legend: string; chosen: string; choices: Choice[]; onChoose: (value: string) => void }) {
  const { legend, chosen, choices, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {choices.map(({ value, word, rule }) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>
            <b>{word}</b>
            {rule !== undefined && <small>{rule}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function firstLane({ lanes }: SiteRules): Lane {
  return lanes[0]?.lane ?? 'general';
}
