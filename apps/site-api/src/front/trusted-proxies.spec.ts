import { readSettings, SettingsRefused } from '#platform/config';
import { trustedProxies } from './trusted-proxies.js';

function told(list: string): string[] | false {
  return trustedProxies(
    readSettings({ DATABASE_URL: 'postgresql://shihe@localhost/shihe', SHIHE_TRUSTED_PROXIES: list }),
  );
}

describe('the proxies that are believed', () => {
  it('are nobody, or the machines and small networks that are named', () => {
    expect(told('')).toBe(false);
    expect(told('172.31.240.2, 10.1.0.0/16 ,fd00:1::/48')).toEqual(['172.31.240.2', '10.1.0.0/16', 'fd00:1::/48']);
  });

  it('are never everybody', () => {
    for (const list of ['0.0.0.0/0', '10.0.0.0/8', '::/0', 'true', '1', 'loopback', '10.0.0.1/33', '10.0.0.1,', '*']) {
      expect(() => told(list)).toThrow(SettingsRefused);
    }
  });
});
