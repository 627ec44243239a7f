import { uuidv7 } from 'uuidv7';
import { checkCharacterOf } from '../../../libs/journey/community/src/check-digit.js';

/** ID numbers of people who do not exist, one for each number; `area` keeps the people of different tests apart. */
export function idOf(number: number, area = '008000'): string {
  const seventeen = `${area}19700101${String(number).padStart(3, '0')}`;
  return seventeen + checkCharacterOf(seventeen);
}

/** A registration that is right in everything. */
export function personOf(number: number) {
  return {
    id: uuidv7(),
    name: '欧阳小明',
    document: { kind: 'resident-id', number: idOf(number) },
    phone: '154 9999 8888',
    areaCode: '370811013001-01-7',
    household: '101',
  };
}
