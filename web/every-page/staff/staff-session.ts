import { answerOf, openHouse, Refusal, type House } from '../house.js';
import type { paths } from '../../../contract/client.js';

type Session = paths['/api/v1/sessions']['post']['responses'][201]['content']['application/json'];
export type Staff = Session['staff'];
export type Role = Staff['role'];

interface Kept {
  token: string;
  expiresAt: string;
  staff: Staff;
  secondFactorNeeded: boolean;
}

/** Where the browser keeps the session: until the tab is closed, and on no disk after that. */
const keptAs = 'shihe-session';
/** What makes this browser a known one: whoever guesses the password elsewhere does not lock its owner out. */
const deviceAs = 'shihe-known-device';

/** Who is signed in here. One for a page. */
export class StaffSession {
  readonly house: House = openHouse(() => this.kept?.token);
  private readonly listeners = new Set<() => void>();
  private kept: Kept | undefined = read();

  readonly current = (): Kept | undefined => this.kept;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get token(): string | undefined {
    return this.kept?.token;
  }

  /** @throws {Refusal} when name, password or code are not right */
  async signIn(given: { username: string; password: string; code?: string }): Promise<void> {
    const device = localStorage.getItem(deviceAs) ?? undefined;
    const session = await answerOf(openHouse().POST('/api/v1/sessions', { body: { ...given, device } }));
    localStorage.setItem(deviceAs, session.device);
    const { token, expiresAt, staff, secondFactorNeeded } = session;
    this.keep({ token, expiresAt, staff, secondFactorNeeded });
  }

  /** The second factor was enrolled: what the session may do is no longer held back. */
  enrolled(): void {
    if (this.kept !== undefined) this.keep({ ...this.kept, secondFactorNeeded: false });
  }

  async signOut(): Promise<void> {
    const { house, kept } = this;
    if (kept === undefined) return;
    await answerOf(
      house.DELETE('/api/v1/sessions/current', { params: { header: { authorization: `Bearer ${kept.token}` } } }),
    ).catch(() => undefined);
    this.forget();
  }

  /** Watches what the house answers: when it knows the session no longer, somebody has to sign in again. */
  async ask<Body>(asked: Promise<{ data?: Body; error?: unknown; response: Response }>): Promise<Body> {
    try {
      return await answerOf(asked);
    } catch (error) {
      if (error instanceof Refusal && error.isSignedOut) this.forget();
      throw error;
    }
  }

  private forget(): void {
    sessionStorage.removeItem(keptAs);
    this.kept = undefined;
    this.tell();
  }

  private keep(kept: Kept): void {
    sessionStorage.setItem(keptAs, JSON.stringify(kept));
    this.kept = kept;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function read(): Kept | undefined {
  const kept = sessionStorage.getItem(keptAs);
  if (kept === null) return undefined;
  const session = JSON.parse(kept) as Kept;
  return Date.parse(session.expiresAt) > Date.now() ? session : undefined;
}
