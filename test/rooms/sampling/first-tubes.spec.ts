import { SamplingModule, SamplingStation } from '#journey/sampling';
import { openHouse, type House } from '../../support/house.js';
import { layStreet } from '../../support/street.js';

let house: House;

beforeAll(async () => {
  house = await openHouse([SamplingModule]);
});
afterAll(() => house.close());

describe('the first tubes of a round', () => {
  it('are opened at all tables at the same moment', async () => {
    const { roundId, stationId, scannerId } = await layStreet(house.database, 10);
    const opened = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        house
          .get(SamplingStation)
          .open({ barcode: `F000${n}`, roundId, stationId, poolClass: '10', openedBy: scannerId }),
      ),
    );
    expect(opened.map(({ barcode }) => barcode)).toHaveLength(10);
  });
});
