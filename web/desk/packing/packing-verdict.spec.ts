import { Refusal } from '../../every-page/house.js';
import { verdictAtSight, verdictOfRefusal } from './packing-verdict.js';

const said = { 'zh-CN': '', en: '' };
const refused = (reason: string, boxCode?: string) =>
  new Refusal(409, 'tubes-cannot-be-packed', said, { refused: [{ barcode: 'T1', reason, boxCode }] });

describe('the verdict about a tube', () => {
  it('names codes that are no tube without asking anybody', () => {
    expect(verdictAtSight('B1', 'B1')).toMatchObject({ tone: 'already', word: 'isThisBox' });
    expect(verdictAtSight('SH1.k.r.1.2.s', 'B1')).toMatchObject({ tone: 'wrong', word: 'isResidentCode' });
    expect(verdictAtSight('T'.repeat(65), 'B1')).toMatchObject({ word: 'notACode' });
    expect(verdictAtSight('T1', 'B1')).toBeUndefined();
  });

  it('says why, and in which box it is', () => {
    expect(verdictOfRefusal(refused('in-another-box', 'B2'))).toEqual({
      tone: 'wrong',
      word: 'inAnotherBox',
      values: { box: 'B2' },
    });
    expect(verdictOfRefusal(refused('not-sealed'))).toMatchObject({ word: 'notSealed' });
    expect(verdictOfRefusal(new Refusal(409, 'box-is-closed', said))).toMatchObject({ word: 'boxIsClosed' });
    expect(verdictOfRefusal(new Refusal(403, 'not-allowed', said))).toBeUndefined();
    expect(verdictOfRefusal(refused('something-new'))).toBeUndefined();
  });
});
