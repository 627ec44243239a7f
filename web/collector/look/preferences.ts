export type Theme = 'auto' | 'light' | 'dark';
export type Hand = 'left' | 'right';

export interface Preferences {
  theme: Theme;
  hand: Hand;
  sound: boolean;
}

const keptAs = 'shihe-collector-look';
const usual: Preferences = { theme: 'auto', hand: 'right', sound: true };

export function readPreferences(): Preferences {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(keptAs) ?? '{}') as Partial<Preferences>) };
  } catch {
    return usual;
  }
}

export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(keptAs, JSON.stringify(preferences));
  } catch {
    // Kept until the page is closed.
  }
  applyTheme(preferences);
}

/** Light by day; dark where nobody wants to be dazzled, by the clock unless somebody chose. */
export function applyTheme({ theme }: Preferences = readPreferences(), hour = new Date().getHours()): void {
  const isNight = hour >= 19 || hour < 6;
  document.documentElement.dataset.theme = theme === 'auto' ? (isNight ? 'dark' : 'light') : theme;
}
