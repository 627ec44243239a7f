/** Where this board finds the rest of the house. */
export interface BoardSettings {
  /** The address of site-api as browsers reach it; empty where it is the board's own. */
  house: string;
  /** Whether there is a page on which a resident's phone follows a site. */
  hasResidentPage: boolean;
}

/** What the server of the boards says of itself; while it is away, what nearly always holds. */
export async function readSettings(): Promise<BoardSettings> {
  try {
    const answer = await fetch('./settings.json', { cache: 'no-store' });
    if (answer.ok) return (await answer.json()) as BoardSettings;
  } catch {
    // Behind one door for everything the address is the board's own.
  }
  return { house: '', hasResidentPage: false };
}

/** Loads the page anew where the server has a newer one: nobody comes to a television to do that. */
export async function followNewerBuilds(): Promise<void> {
  try {
    const answer = await fetch('./build.json', { cache: 'no-store' });
    if (!answer.ok) return;
    const { build } = (await answer.json()) as { build: string };
    if (build !== __BUILD__) location.reload();
  } catch {
    // Asked again after the next lost line.
  }
}

/** Where a phone follows this site; null where it cannot. */
export function phoneView({ house, hasResidentPage }: BoardSettings, siteId: string): string | null {
  if (!hasResidentPage) return null;
  const address = new URL('/resident/', house === '' ? location.href : house);
  address.searchParams.set('site', siteId);
  return address.href;
}
