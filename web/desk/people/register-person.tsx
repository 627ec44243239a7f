import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { uuidv7 } from 'uuidv7';
import { AreaPicker } from '../../every-page/areas/area-picker.js';
import type { Area } from '../../every-page/areas/areas-under.js';
import { Refusal } from '../../every-page/house.js';
import { Refused } from '../../every-page/look/refused.js';
import { house, session } from '../house.js';
import { typedText } from '../typed-text.js';
import type { Person, Question } from './found.js';
import { useWords } from './words.js';

const kinds = [
  'resident-id',
  'residence-permit',
  'home-return-permit',
  'taiwan-permit',
  'passport',
  'foreign-resident-card',
  'none',
] as const;
type Kind = (typeof kinds)[number];

/** Somebody answers for the people of these; a whole street is nobody's home. */
const nearHome: readonly Area['level'][] = ['community', 'grid', 'building'];

/** Enters somebody who is not in the ledger, with the document that lies on the table. */
export function RegisterPerson({
  question,
  onRegistered,
  onCancel,
}: {
  /** What was asked for in vain; it need not be typed again. */
  question: Question | undefined;
  onRegistered: (person: Person) => void;
  onCancel: () => void;
}) {
  const words = useWords();
  const asked = question !== undefined && 'idNumber' in question ? question : undefined;
  const [kind, setKind] = useState<Kind>(asked?.documentKind ?? 'resident-id');
  const [home, setHome] = useState<Area>();
  const [isHomeVague, setHomeVague] = useState(false);
  // Sent again after an answer that was lost, it is still one person.
  const [id] = useState(uuidv7);
  const saving = useMutation({
    mutationFn: ({ form, areaCode }: { form: HTMLFormElement; areaCode: string }) =>
      session.ask(house.POST('/api/v1/residents', { body: { id, ...personIn(form, kind), areaCode } })),
    onSuccess: onRegistered,
  });
  if (saving.error !== null && !(saving.error instanceof Refusal)) throw saving.error;

  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const isVague = home === undefined || !nearHome.includes(home.level);
    setHomeVague(isVague);
    if (!isVague) saving.mutate({ form: event.currentTarget, areaCode: home.code });
  }

  return (
    <form className="panel register-person" aria-labelledby="register-person" autoComplete="off" onSubmit={send}>
      <h2 id="register-person">{words('registerTitle')}</h2>
      <p className="hint">{words('registerHint')}</p>
      <label>
        {words('document')}
        <select name="kind" value={kind} onChange={({ target }) => setKind(target.value as Kind)} autoFocus>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {words(`document_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words(kind === 'none' ? 'guardianNumber' : 'documentNumber')}
        <input
          key={kind === 'none' ? 'guardian' : 'own'}
          name="number"
          required
          maxLength={64}
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={kind === 'none' ? '' : asked?.idNumber}
        />
      </label>
      {kind === 'passport' && (
        <label>
          {words('nationality')}
          <input name="nationality" required maxLength={40} defaultValue={asked?.nationality} />
        </label>
      )}
      {kind === 'none' && (
        <label>
          {words('ordinal')}
          <input name="ordinal" type="number" min={1} max={99} step={1} required defaultValue={1} />
        </label>
      )}
      <label>
        {words('name')}
        <input name="name" required maxLength={60} />
      </label>
      <label>
        {words('phone')}
        <input
          name="phone"
          inputMode="tel"
          maxLength={32}
          defaultValue={question !== undefined && 'phone' in question ? question.phone : ''}
        />
      </label>
      <label>
        {words('doorNumber')}
        <input name="household" maxLength={40} />
      </label>
      <AreaPicker
        session={session}
        label={words('home')}
        deepest="building"
        onChoose={(_code, area) => {
          setHome(area);
          setHomeVague(false);
        }}
      />
      {isHomeVague && (
        <p className="wrong wide" role="alert">
          {words('homeVague')}
        </p>
      )}
      <label className="tick wide">
        <input type="checkbox" name="green" /> {words('isGreen')}
      </label>
      <label className="tick wide">
        <input type="checkbox" name="homeVisit" /> {words('isHomeVisit')}
      </label>
      <div className="wide">
        <Refused refusal={saving.error} />
      </div>
      <div className="row wide">
        <button type="submit" className="main" disabled={saving.isPending}>
          {words('save')}
        </button>
        <button type="button" onClick={onCancel}>
          {words('cancel')}
        </button>
      </div>
    </form>
  );
}

/** The person in the form as the house takes them. */
function personIn(form: HTMLFormElement, kind: Kind) {
  const number = typedText(form, 'number');
  const phone = typedText(form, 'phone');
  const household = typedText(form, 'household');
  return {
    name: typedText(form, 'name'),
    document:
      kind === 'none'
        ? {
            kind,
            guardian: { kind: 'resident-id' as const, number },
            ordinal: Number(typedText(form, 'ordinal')),
          }
        : { kind, number, ...(kind === 'passport' && { nationality: typedText(form, 'nationality') }) },
    ...(phone !== '' && { phone }),
    ...(household !== '' && { household }),
    ...(typedText(form, 'green') === 'on' && { lane: 'green' as const }),
    ...(typedText(form, 'homeVisit') === 'on' && { homeVisit: true }),
  };
}
