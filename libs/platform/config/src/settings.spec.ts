import { z } from 'zod';
import { readSettings, SettingsRefused } from './settings.js';

const needed = { DATABASE_URL: 'postgresql://shihe@localhost/shihe' };
const piece = z.object({
  SHIHE_LAMPS: z.coerce.number().int().min(1).default(3),
  SHIHE_DOORS: z.coerce.number().int().default(1),
});

describe('settings', () => {
  it('hand a part of the house its own piece of the environment', () => {
    expect(readSettings({ ...needed, SHIHE_LAMPS: '7' }).read(piece)).toEqual({ SHIHE_LAMPS: 7, SHIHE_DOORS: 1 });
  });

  it('take a variable that is set to nothing as not set', () => {
    expect(readSettings({ ...needed, SHIHE_LAMPS: '' }).read(piece).SHIHE_LAMPS).toBe(3);
  });

  it('refuse what makes no sense and name each variable', () => {
    const settings = readSettings({ ...needed, SHIHE_LAMPS: '0', SHIHE_DOORS: 'many' });
    expect(() => settings.read(piece)).toThrow(SettingsRefused);
    expect(() => settings.read(piece)).toThrow(/SHIHE_LAMPS.*SHIHE_DOORS/u);
    expect(() => readSettings({ SITE_API_PORT: '70000' })).toThrow(/SITE_API_PORT.*DATABASE_URL/u);
  });

  it('keep no secrets of others for the parts to read', () => {
    const read = readSettings({ ...needed, PGPASSWORD: 'secret' }).read(z.looseObject({}));
    expect(read).toEqual({});
  });
});
