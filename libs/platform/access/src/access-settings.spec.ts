import { readSettings, SettingsRefused } from '#platform/config';
import { AccessSettings } from './access-settings.js';
import { roles } from './caller.js';

function told(environment: Record<string, string>): AccessSettings {
  return new AccessSettings(readSettings({ DATABASE_URL: 'postgresql://shihe@localhost/shihe', ...environment }));
}

describe('what a house has decided about signing in', () => {
  it('asks the three administrators for a second factor, and further roles where it says so', () => {
    const asked = (settings: AccessSettings): string[] => roles.filter((role) => settings.needsSecondFactor(role));
    expect(asked(told({}))).toEqual(['admin', 'security', 'auditor']);
    expect(asked(told({ SHIHE_SECOND_FACTOR_ROLES: 'lab, organiser' }))).toEqual([
      'admin',
      'security',
      'auditor',
      'organiser',
      'lab',
    ]);
    expect(asked(told({ SHIHE_DEMO: 'on', SHIHE_SECOND_FACTOR: 'off' }))).toEqual([]);
    expect(() => told({ SHIHE_SECOND_FACTOR_ROLES: 'doctor' })).toThrow(SettingsRefused);
  });

  it('is refused outside the demonstration where it would be as good as no lock', () => {
    const weak: Record<string, string>[] = [{ SHIHE_SECOND_FACTOR: 'off' }, { SHIHE_PASSWORD_KIB: '64' }];
    for (const environment of weak) {
      expect(() => told(environment)).toThrow(SettingsRefused);
      expect(() => told({ ...environment, SHIHE_DEMO: 'on' })).not.toThrow();
    }
  });
});
