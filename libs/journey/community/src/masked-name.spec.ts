import { maskedName } from './masked-name.js';

describe('masked names', () => {
  it.each([
    ['王小明', '王*'],
    ['王明', '王*'],
    ['欧阳小明', '欧阳*'],
    ['欧阳', '欧*'],
    ['阿依古丽·买买提', '阿*'],
    ['John Smith', 'J*** S***'],
    ['maria del carmen', 'M*** D***'],
    ['', '*'],
    ['𠮷田', '𠮷*'],
  ])('%s is shown as %s', (name, masked) => expect(maskedName(name)).toBe(masked));
});
