import fc from 'fast-check';
import { carriesItsCheckCharacter, checkCharacterOf } from './check-digit.js';
import { kindsThatFit, maskedNumber, readIdentityDocument, type DocumentKind } from './identity-document.js';

const today = '2026-01-01';
const taken = (kind: DocumentKind, number: string, nationality?: string) => {
  const reading = readIdentityDocument({ kind, number, nationality }, today);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading.value;
};
const refused = (kind: DocumentKind, number: string, nationality?: string) => {
  const reading = readIdentityDocument({ kind, number, nationality }, today);
  return reading.ok ? 'taken' : reading.refusal.code;
};

/** Seventeen digits of a generated person: area 00, a real day, any sequence. */
const seventeen = fc
  .tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([area, day, sequence]) =>
      `00${String(area).padStart(4, '0')}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`,
  );

describe('resident ID numbers (GB 11643-1999)', () => {
  it.each(['11010519491231002X', '440524188001010014', '370101190102039973'])(
    'the published example %s is taken',
    (number) => {
      expect(taken('resident-id', number).number).toBe(number);
    },
  );

  it('knows birth date and sex from the number', () => {
    expect(taken('resident-id', '11010519491231002X')).toMatchObject({
      birthYear: 1949,
      birthDate: '1949-12-31',
      sex: 'female',
      masked: '1*************002X',
    });
  });

  it('takes lower-case x, spaces, full-width digits and characters nobody sees', () => {
    for (const written of [
      '11010519491231002x',
      ' 110105 19491231 002X ',
      '１１０１０５１９４９１２３１００２Ｘ',
      '\u202a11010519491231002X\u200b',
    ]) {
      expect(taken('resident-id', written).identityKey).toBe('id18:11010519491231002X');
    }
  });

  it('any single mistyped digit is found', () => {
    fc.assert(
      fc.property(
        seventeen,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, place, shift) => {
          const number = digits + checkCharacterOf(digits);
          expect(carriesItsCheckCharacter(number)).toBe(true);
          const changed = String((Number(number[place]) + shift) % 10);
          expect(carriesItsCheckCharacter(number.slice(0, place) + changed + number.slice(place + 1))).toBe(false);
        },
      ),
    );
  });

  it('any two neighbouring digits that were swapped are found', () => {
    fc.assert(
      fc.property(seventeen, fc.integer({ min: 0, max: 15 }), (digits, place) => {
        fc.pre(digits[place] !== digits[place + 1]);
        const number = digits + checkCharacterOf(digits);
        const swapped =
          number.slice(0, place) + (number[place + 1] ?? '') + (number[place] ?? '') + number.slice(place + 2);
        expect(carriesItsCheckCharacter(swapped)).toBe(false);
      }),
    );
  });

  it('the old 15-digit number and the 18-digit number are one person', () => {
    fc.assert(
      fc.property(seventeen, (digits) => {
        fc.pre(digits.slice(6, 8) === '19');
        const old = digits.slice(0, 6) + digits.slice(8);
        const eighteen = digits + checkCharacterOf(digits);
        expect(taken('resident-id', old).identityKey).toBe(taken('resident-id', eighteen).identityKey);
      }),
    );
  });

  it('says what is wrong: length, date, future date, check digit', () => {
    expect(refused('resident-id', '1101051949123100')).toBe('document-number-has-wrong-form');
    expect(refused('resident-id', '110105194902300029')).toBe('document-date-is-impossible');
    expect(refused('resident-id', '110105210001010025')).toBe('document-date-is-to-come');
    expect(refused('resident-id', '110105194912310021')).toBe('document-check-digit-is-wrong');
    expect(refused('resident-id', ' ')).toBe('document-number-is-missing');
  });

  it('the sentence of a refusal never repeats the number', () => {
    const reading = readIdentityDocument({ kind: 'resident-id', number: '110105194912310021' }, today);
    expect(JSON.stringify(reading)).not.toContain('110105');
  });
});

describe('the other documents', () => {
  it('a residence permit for people from Hong Kong, Macao or Taiwan has the same form with its own area', () => {
    const number = `81000019900101001${checkCharacterOf('81000019900101001')}`;
    expect(taken('residence-permit', number)).toMatchObject({ kind: 'residence-permit', birthYear: 1990, sex: 'male' });
    expect(taken('resident-id', number).kind).toBe('residence-permit');
    expect(refused('residence-permit', '11010519491231002X')).toBe('document-is-no-residence-permit');
  });

  it('the first nine characters of a home return permit are the person, the last two only count re-issues', () => {
    const keys = ['H12345678', 'H1234567801', 'h1234567802'].map((n) => taken('home-return-permit', n).identityKey);
    expect(new Set(keys).size).toBe(1);
    expect(taken('home-return-permit', 'M1234567800').identityKey).not.toBe(keys[0]);
    expect(refused('home-return-permit', 'H1234567')).toBe('document-number-has-wrong-form');
  });

  it('the first eight digits of a Taiwan permit are the person', () => {
    expect(taken('taiwan-permit', '0123456701').identityKey).toBe(taken('taiwan-permit', '01234567').identityKey);
    expect(refused('taiwan-permit', '012345')).toBe('document-number-has-wrong-form');
  });

  it('two countries may use the same passport number', () => {
    expect(taken('passport', 'ab123456', '日本').identityKey).toBe('passport:JPN:AB123456');
    expect(taken('passport', 'AB123456', 'fra').identityKey).toBe('passport:FRA:AB123456');
    expect(refused('passport', 'AB123456')).toBe('passport-needs-nationality');
    expect(refused('passport', 'A1')).toBe('document-number-has-wrong-form');
  });

  it('a permanent resident card for foreigners is taken in its old and its new form', () => {
    expect(taken('foreign-resident-card', 'JPN110080010101').nationality).toBe('JPN');
    const number = `91111119800101001${checkCharacterOf('91111119800101001')}`;
    expect(taken('foreign-resident-card', number)).toMatchObject({ kind: 'foreign-resident-card', birthYear: 1980 });
    expect(taken('resident-id', number).kind).toBe('foreign-resident-card');
  });

  it('a newborn without a document is known by the guardian and the ordinal', () => {
    const guardian = { kind: 'resident-id' as const, number: '11010519491231002x' };
    const ward = (ordinal: number, relation?: 'son' | 'daughter') =>
      readIdentityDocument({ kind: 'none', number: '', guardian, ordinal, relation });
    expect(ward(1)).toMatchObject({ ok: true, value: { identityKey: 'none:id18:11010519491231002X#1' } });
    const keys = [ward(1), ward(2), ward(1, 'son'), ward(1, 'daughter')].map((r) => (r.ok ? r.value.identityKey : ''));
    expect(new Set(keys).size).toBe(4);
    expect(readIdentityDocument({ kind: 'none', number: '' })).toMatchObject({
      refusal: { code: 'ward-needs-guardian' },
    });
    expect(ward(0)).toMatchObject({ refusal: { code: 'ward-ordinal-is-wrong' } });
  });

  it('guesses the kind of a bare number where only one kind can have it', () => {
    expect(kindsThatFit('11010519491231002x')).toEqual(['resident-id']);
    expect(kindsThatFit('H12345678')).toEqual(['home-return-permit']);
    expect(kindsThatFit('01234567')).toEqual(['taiwan-permit']);
    expect(kindsThatFit('AB123456')).toEqual([]);
  });

  it('whatever is typed, there is an answer', () => {
    const kinds = fc.constantFrom<DocumentKind>(
      'resident-id',
      'residence-permit',
      'home-return-permit',
      'taiwan-permit',
      'passport',
      'foreign-resident-card',
      'none',
    );
    fc.assert(
      fc.property(kinds, fc.string({ unit: 'binary', maxLength: 40 }), (kind, number) => {
        expect(typeof readIdentityDocument({ kind, number, nationality: number }, today).ok).toBe('boolean');
      }),
    );
  });

  it('a mask hides at least three characters', () => {
    expect(maskedNumber('01234567')).toBe('0*****67');
    expect(maskedNumber('AB123')).toBe('A***23');
  });
});
