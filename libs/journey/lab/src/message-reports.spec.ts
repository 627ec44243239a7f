import { readFhir } from './fhir-report.js';
import { readHl7 } from './hl7-report.js';

const noon = new Date('2026-03-01T12:00:00+08:00');
const here = { timeZone: 'Asia/Shanghai' };
const hl7 = (...segments: string[]) =>
  readHl7(Buffer.from(['MSH|^~\\&|LIS|LAB1|||20260301||ORU^R01|1|P|2.5.1', ...segments].join('\r')), here);
const observed = (value: string, status = 'F', at = '20260301120000') =>
  `OBX|1|CWE|94500-6^SARS-CoV-2 RNA||${value}||||||${status}|||${at}`;

describe('a report in HL7 v2', () => {
  it('names the tube, what was found and when, in any of the usual places', () => {
    const { rows, errors } = hl7(
      'OBR|1||T1|94500-6', observed('260385009^Negative^SCT'), 'OBX|2|NM|CT-N^N基因||31.5||||||F',
      ['OBR', '2', 'P2', 'X', ...Array<string>(18).fill(''), '20260301120000+0800'].join('|'), 'OBX|1|ST|R||阳性||||||F', 'SPM|1|T2^X',
    ); // prettier-ignore
    expect(errors).toEqual([]);
    expect(rows).toMatchObject([
      { line: 3, barcode: 'T1', outcome: 'negative', testedAt: noon, ct: { N: 31.5 } },
      { barcode: 'T2', outcome: 'positive', testedAt: noon },
    ]);
  });

  it('says what is missing', () => {
    const codes = (...segments: string[]) => hl7(...segments).errors.map(({ code }) => code);
    expect(codes()).toEqual(['no-rows']);
    expect(codes('OBR|1', observed('x'))).toEqual(['no-barcode']);
    expect(codes('OBR|1||T1', observed('maybe'))).toEqual(['unknown-outcome']);
    expect(codes('OBR|1||T1', observed('阴性', 'P'))).toEqual(['not-final']);
    expect(codes('OBR|1||T1', observed('阴性', 'F', ''))).toEqual(['unknown-time']);
    for (const bytes of [Buffer.from('hello'), Buffer.from([0xff, 0xfe]), Buffer.alloc(0)]) {
      expect(readHl7(bytes, here).errors).toHaveLength(1);
    }
  });
});

describe('a report in FHIR', () => {
  const read = (value: unknown) => readFhir(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
  const bundle = (...resources: unknown[]) => ({
    resourceType: 'Bundle',
    entry: resources.map((resource) => ({ resource })),
  });
  const given = {
    resourceType: 'Observation',
    status: 'final',
    specimen: { identifier: { value: 'T1' } },
    valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '10828004' }] },
    effectiveDateTime: '2026-03-01T12:00:00+08:00',
  };

  it('names the tube itself or by its specimen', () => {
    const specimen = { resourceType: 'Specimen', id: 's1', identifier: [{ value: 'T2' }] };
    const other = { ...given, specimen: { reference: 'Specimen/s1' }, valueCodeableConcept: { text: '阴性' } };
    expect(read(bundle(given, specimen, other))).toMatchObject({
      errors: [],
      rows: [
        { line: 1, barcode: 'T1', outcome: 'positive', testedAt: noon },
        { line: 3, barcode: 'T2', outcome: 'negative' },
      ],
    });
  });

  it('says what is missing', () => {
    const codes = (value: unknown) => read(value).errors.map(({ code }) => code);
    for (const value of ['', 'null', '[]', '{"resourceType":"Patient"}']) expect(codes(value)).toEqual(['no-bundle']);
    expect(codes(bundle(null, 'x', { resourceType: 'Patient' }))).toEqual(['no-rows']);
    expect(codes(bundle({ ...given, specimen: {} }))).toEqual(['no-barcode']);
    expect(codes(bundle({ ...given, status: 'preliminary' }))).toEqual(['not-final']);
    expect(codes(bundle({ ...given, valueCodeableConcept: {} }))).toEqual(['unknown-outcome']);
    expect(codes(bundle({ ...given, effectiveDateTime: '2026-03-01' }))).toEqual(['unknown-time']);
    expect(codes(bundle({ resourceType: 'Observation', status: 7 }))).toEqual(['wrong-row']);
  });
});
