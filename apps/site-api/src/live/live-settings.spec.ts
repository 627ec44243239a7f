import { readSettings, SettingsRefused } from '#platform/config';
import { isWelcome, readLiveLimits } from './live-settings.js';

function told(list: string): readonly string[] {
  const environment = { DATABASE_URL: 'postgresql://shihe@localhost/shihe', SHIHE_ORIGINS: list };
  return readLiveLimits(readSettings(environment)).origins;
}

describe('a page that wants to be told what changes', () => {
  it('comes from this house itself or from an origin that is named', () => {
    const origins = told('https://desk.example.org, http://10.0.0.5:8080');
    expect(isWelcome('https://shihe.example.org', 'shihe.example.org', origins)).toBe(true);
    expect(isWelcome('https://desk.example.org', 'shihe.example.org', origins)).toBe(true);
    expect(isWelcome('http://10.0.0.5:8080', 'shihe.example.org', origins)).toBe(true);
    for (const origin of [
      'https://evil.example',
      'http://desk.example.org',
      'https://shihe.example.org.evil.example',
      'null',
      '',
    ]) {
      expect(isWelcome(origin, 'shihe.example.org', origins)).toBe(false);
    }
  });

  it('is not asked for an origin where it is no page but a program', () => {
    expect(isWelcome(undefined, 'shihe.example.org', told(''))).toBe(true);
  });

  it('is never from everywhere', () => {
    for (const list of ['*', 'https://*.example.org/', 'example.org', 'https://a.example,']) {
      expect(() => told(list)).toThrow(SettingsRefused);
    }
  });
});
