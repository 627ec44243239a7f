import { weaknessOf } from './password-rules.js';

const names = ['li.wei', '李伟'];

describe('a new password', () => {
  it('will do when it is long and of one’s own, in any script', () => {
    for (const password of ['correct-horse', '阜桥街道的早晨有十只白鹅', 'tea kettle 4 green', 'Zq7!mmrLp0']) {
      expect(weaknessOf(password, names)).toBeUndefined();
    }
  });

  it('is refused when it is short, plain, one’s name, or what everybody tries first', () => {
    expect(weaknessOf('kettle-4', names)).toBe('short');
    expect(weaknessOf('aabbaabbaabb', names)).toBe('plain');
    expect(weaknessOf('Li.Wei-2026!', names)).toBe('named');
    for (const password of ['1234567890', '0987654321', 'Password1234', 'qwertyuiop12', 'Admin12345!', 'abcdefghijk']) {
      expect([password, weaknessOf(password, names)]).toEqual([password, 'common']);
    }
  });

  it('may hold a name of one or two letters: those are in every word', () => {
    expect(weaknessOf('correct-horse', ['or'])).toBeUndefined();
  });
});
