import { carriesItsCheckCharacter, checkCharacterOf, isCalendarDay } from './check-digit.js';
import { nationalityOf } from './nationality.js';
import { read, refuse, type Reading } from './refusal.js';
import { plainNumber } from './written-form.js';

/** The kinds of document with which people come to be tested (docs/field.md, documents). */
export const documentKinds = [
  'resident-id',
  'residence-permit',
  'home-return-permit',
  'taiwan-permit',
  'passport',
  'foreign-resident-card',
  'none',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type Sex = 'male' | 'female';

/** A document as somebody typed it, or as it stood in a ledger. */
export interface WrittenDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  /** Needed for a passport only: numbers repeat between countries. ISO 3166 code or the usual Chinese name. */
  readonly nationality?: string | undefined;
  /** For `none`: whose child or ward this is. `number` is then left empty. */
  readonly guardian?: WrittenDocument | undefined;
  /** For `none`: which of the guardian's wards without a document, from 1. */
  readonly ordinal?: number | undefined;
  /** For `none`: keeps a son and a daughter apart who are both written as the first. */
  readonly relation?: 'son' | 'daughter' | undefined;
}

/** A document that was understood. `identityKey` is the same for every way to write the same person's document. */
export interface IdentityDocument {
  readonly kind: DocumentKind;
  /** The number as it is printed: upper-case, no spaces. For `none` the guardian's number. */
  readonly number: string;
  readonly identityKey: string;
  /** What a screen may show: the first character and the last few. */
  readonly masked: string;
  readonly nationality?: string;
  readonly birthYear?: number;
  /** ISO date, known from an 18- or 15-digit number only. */
  readonly birthDate?: string;
  readonly sex?: Sex;
  /** For `none`: the identity of the guardian. */
  readonly guardianKey?: string;
}

/** First character and last four (two where the number is short); never enough to guess the rest. */
export function maskedNumber(number: string): string {
  const shown = number.length >= 15 ? 4 : 2;
  return number.charAt(0) + '*'.repeat(Math.max(number.length - shown - 1, 3)) + number.slice(-shown);
}

/**
 * Understands a document or says precisely what is wrong with it.
 *
 * A number that only another kind can have is taken as that kind: people write 身份证 for a residence permit and for a
 * foreigner's permanent card as well. Area codes are not looked up: merged and renamed districts live on in old cards.
 *
 * @param today ISO date in Shanghai; with it a birth date that is still to come is refused.
 */
export function readIdentityDocument(written: WrittenDocument, today?: string): Reading<IdentityDocument> {
  if (written.kind === 'none') return readWardWithoutDocument(written, today);
  const number = plainNumber(written.number);
  if (number === '') {
    return refuse(
      'document-number-is-missing',
      '没有证件号码，请补填。',
      'The document number is empty; please fill it in.',
    );
  }
  switch (written.kind) {
    case 'resident-id':
    case 'residence-permit':
      return number.startsWith('9') && number.length === 18
        ? readForeignResidentCard(number, today)
        : readResidentId(written.kind, number, today);
    case 'foreign-resident-card':
      return readForeignResidentCard(number, today);
    case 'home-return-permit':
      return readHomeReturnPermit(number);
    case 'taiwan-permit':
      return readTaiwanPermit(number);
    case 'passport':
      return readPassport(number, written.nationality);
  }
}

/** Which kinds a bare number can belong to, the likeliest first. A passport is always possible, so it is never guessed. */
export function kindsThatFit(written: string): DocumentKind[] {
  const number = plainNumber(written);
  if (/^\d{17}[\dX]$/u.test(number)) return number.startsWith('9') ? ['foreign-resident-card'] : ['resident-id'];
  if (/^\d{15}$/u.test(number)) return ['resident-id'];
  if (/^[A-Z]{3}\d{12}$/u.test(number)) return ['foreign-resident-card'];
  if (/^[HM]\d{8}(\d{2})?$/u.test(number)) return ['home-return-permit'];
  if (/^\d{8}(\d{2})?$/u.test(number)) return ['taiwan-permit'];
  return [];
}

function readResidentId(kind: DocumentKind, number: string, today?: string): Reading<IdentityDocument> {
  if (/^\d{15}$/u.test(number)) {
    const seventeen = `${number.slice(0, 6)}19${number.slice(6)}`;
    return readEighteen(kind, seventeen + checkCharacterOf(seventeen), today);
  }
  if (!/^\d{17}[\dX]$/u.test(number)) {
    return refuse(
      'document-number-has-wrong-form',
      `身份证号码应为18位（末位可为X）或15位数字，现为${number.length}位，请核对。`,
      `A resident ID number has 18 characters (the last may be X) or 15 digits; this one has ${number.length}. Please check it.`,
    );
  }
  return readEighteen(kind, number, today);
}

function readEighteen(kind: DocumentKind, number: string, today?: string): Reading<IdentityDocument> {
  const year = Number(number.slice(6, 10));
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDay(year, Number(number.slice(10, 12)), Number(number.slice(12, 14))) || year < 1850) {
    return refuse(
      'document-date-is-impossible',
      '号码第7至14位不是真实存在的出生日期，请对照证件核对。',
      'Characters 7 to 14 are not a real date of birth; please compare with the document.',
    );
  }
  if (today !== undefined && birthDate > today) {
    return refuse(
      'document-date-is-to-come',
      '号码中的出生日期晚于今天，请对照证件核对。',
      'The date of birth in the number lies in the future; please compare with the document.',
    );
  }
  if (!carriesItsCheckCharacter(number)) {
    return refuse(
      'document-check-digit-is-wrong',
      '号码最后一位校验码不符，可能有一位抄错或两位颠倒，请对照证件核对。',
      'The check digit (last character) does not match: a digit was probably mistyped or two were swapped. Please compare with the document.',
    );
  }
  const permit = /^8[123]0000/u.test(number);
  if (kind === 'residence-permit' && !permit) {
    return refuse(
      'document-is-no-residence-permit',
      '港澳台居民居住证号码以810000、820000或830000开头；如为居民身份证请改选证件类型。',
      'A residence permit begins with 810000, 820000 or 830000; choose resident ID if it is one.',
    );
  }
  return read({
    kind: permit ? 'residence-permit' : 'resident-id',
    number,
    identityKey: `id18:${number}`,
    masked: maskedNumber(number),
    birthYear: year,
    birthDate,
    sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
  });
}

function readForeignResidentCard(number: string, today?: string): Reading<IdentityDocument> {
  if (/^[A-Z]{3}\d{12}$/u.test(number)) {
    return read({
      kind: 'foreign-resident-card',
      number,
      identityKey: `foreign:${number}`,
      masked: maskedNumber(number),
      nationality: number.slice(0, 3),
    });
  }
  if (!/^9\d{16}[\dX]$/u.test(number)) {
    return refuse(
      'document-number-has-wrong-form',
      '外国人永久居留证号码应为15位（3个字母加12位数字）或以9开头的18位，请核对。',
      'A permanent resident card for foreigners has 3 letters and 12 digits, or 18 characters beginning with 9. Please check it.',
    );
  }
  const eighteen = readEighteen('resident-id', number, today);
  if (!eighteen.ok) return eighteen;
  return read({ ...eighteen.value, kind: 'foreign-resident-card' });
}

function readHomeReturnPermit(number: string): Reading<IdentityDocument> {
  if (!/^[HM]\d{8}(\d{2})?$/u.test(number)) {
    return refuse(
      'document-number-has-wrong-form',
      '回乡证号码应以H或M开头，后接8位或10位数字，请核对。',
      'A Hong Kong/Macao home return permit is H or M and 8 or 10 digits. Please check it.',
    );
  }
  // The last two of eleven only count how often the card was issued again: the first nine are the person for life.
  return read({
    kind: 'home-return-permit',
    number,
    identityKey: `home-return:${number.slice(0, 9)}`,
    masked: maskedNumber(number),
  });
}

function readTaiwanPermit(number: string): Reading<IdentityDocument> {
  if (!/^\d{8}(\d{2})?$/u.test(number)) {
    return refuse(
      'document-number-has-wrong-form',
      '台胞证号码应为8位数字（带换发次数时10位），请核对。',
      'A Taiwan compatriot permit has 8 digits (10 with the re-issue number). Please check it.',
    );
  }
  return read({
    kind: 'taiwan-permit',
    number,
    identityKey: `taiwan:${number.slice(0, 8)}`,
    masked: maskedNumber(number),
  });
}

function readPassport(number: string, writtenNationality: string | undefined): Reading<IdentityDocument> {
  if (!/^[A-Z0-9]{5,9}$/u.test(number)) {
    return refuse(
      'document-number-has-wrong-form',
      '护照号码应为5至9位字母或数字，请核对。',
      'A passport number has 5 to 9 letters or digits. Please check it.',
    );
  }
  const nationality = nationalityOf(writtenNationality ?? '');
  if (nationality === undefined) {
    return refuse(
      'passport-needs-nationality',
      '不同国家的护照号码会重复，请同时填写国籍（如“日本”或 JPN）。',
      'Passport numbers repeat between countries; please give the nationality too (a country code such as JPN).',
    );
  }
  return read({
    kind: 'passport',
    number,
    identityKey: `passport:${nationality}:${number}`,
    masked: maskedNumber(number),
    nationality,
  });
}

function readWardWithoutDocument(written: WrittenDocument, today?: string): Reading<IdentityDocument> {
  if (written.guardian === undefined || written.guardian.kind === 'none') {
    return refuse(
      'ward-needs-guardian',
      '无证件人员请填写监护人的证件号码。',
      "For a person without a document, please give the guardian's document number.",
    );
  }
  const guardian = readIdentityDocument(written.guardian, today);
  if (!guardian.ok) return guardian;
  const ordinal = written.ordinal ?? 1;
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > 99) {
    return refuse(
      'ward-ordinal-is-wrong',
      '被监护人序号应为1至99的整数（同一监护人的第几个无证件人员），请改正。',
      'The ordinal of a ward is a whole number from 1 to 99 (which of the guardian’s wards without a document); please correct it.',
    );
  }
  return read({
    kind: 'none',
    number: guardian.value.number,
    identityKey: `none:${guardian.value.identityKey}#${written.relation ?? ''}${ordinal}`,
    masked: `${guardian.value.masked}#${ordinal}`,
    guardianKey: guardian.value.identityKey,
  });
}
