import type { Proof, Ticket } from './house-answers.js';

/** Who somebody is to the person with the phone: two of one surname have the same mask. */
export const relations = [
  'me',
  'partner',
  'mother',
  'father',
  'grandmother',
  'grandfather',
  'child',
  'second-child',
  'relative',
] as const;
export type Relation = (typeof relations)[number];

/** Somebody whose code this phone keeps, under their mask. */
export interface Member {
  residentId: string;
  maskedName: string;
  relation?: Relation;
  /** What their QR says. */
  code: string;
  /** Lets them ask for their own; ends by itself, and then the end of the document is asked for again. */
  session?: { token: string; expiresAt: string };
  /** The proofs that were fetched, to be shown without a network. */
  proofs: Proof[];
}

export interface KeptTicket {
  ticket: Ticket;
  siteName: string;
  /** Whose it is; null for one that staff gave out and that is only followed here. */
  residentId: string | null;
  heardAt: string;
}

/** A ticket that was asked for and not answered yet: asked for again under the same id it is the same ticket. */
export interface Asked {
  siteId: string;
  body: { id: string; residentId: string; partySize: number; lane: Ticket['lane'] };
}

interface Content {
  members: Member[];
  tickets: KeptTicket[];
  asked: Asked | null;
}

const keptAs = 'shihe-resident';
const nothing: Content = { members: [], tickets: [], asked: null };
/** The tickets of some days; older ones tell nobody anything. */
const ticketsAtMost = 6;

/** What a phone keeps of a family: codes, tickets and proofs; no names, no numbers. One for a page. */
export class Kept {
  private readonly listeners = new Set<() => void>();
  private content: Content;

  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined = localStorageHere()) {
    this.content = this.read();
  }

  readonly current = (): Content => this.content;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Another tab of this phone changed something. */
  readonly readAgain = (): void => {
    this.content = this.read();
    this.tell();
  };

  /** Adds somebody, or renews what is kept of them. */
  putMember(member: Omit<Member, 'proofs'>): void {
    const before = this.content.members.find(({ residentId }) => residentId === member.residentId);
    const relation = member.relation ?? before?.relation;
    const entry = { ...member, ...(relation && { relation }), proofs: before?.proofs ?? [] };
    const members =
      before === undefined
        ? [...this.content.members, entry]
        : this.content.members.map((one) => (one === before ? entry : one));
    this.write({ ...this.content, members });
  }

  /** The session is over: the code stays. */
  signedOut(residentId: string): void {
    this.changeMember(residentId, (member) => {
      const left = { ...member };
      delete left.session;
      return left;
    });
  }

  putProof(proof: Proof): void {
    this.changeMember(proof.residentId, (member) => ({
      ...member,
      proofs: [...member.proofs.filter(({ roundId }) => roundId !== proof.roundId), proof],
    }));
  }

  /** The house gives no such proof any more. */
  dropProof(residentId: string, roundId: string): void {
    this.changeMember(residentId, (member) => ({
      ...member,
      proofs: member.proofs.filter((proof) => proof.roundId !== roundId),
    }));
  }

  removeMember(residentId: string): void {
    const members = this.content.members.filter((one) => one.residentId !== residentId);
    this.write({ ...this.content, members });
  }

  ask(asked: Asked): void {
    this.write({ ...this.content, asked });
  }

  putTicket(entry: KeptTicket): void {
    const others = this.content.tickets.filter(({ ticket }) => ticket.id !== entry.ticket.id);
    const isNew = others.length === this.content.tickets.length;
    const tickets = isNew
      ? [entry, ...others].slice(0, ticketsAtMost)
      : this.content.tickets.map((one) => (one.ticket.id === entry.ticket.id ? entry : one));
    const { asked } = this.content;
    this.write({ ...this.content, tickets, asked: asked?.body.id === entry.ticket.id ? null : asked });
  }

  removeTicket(id: string): void {
    this.write({ ...this.content, tickets: this.content.tickets.filter(({ ticket }) => ticket.id !== id) });
  }

  private changeMember(residentId: string, change: (member: Member) => Member): void {
    const members = this.content.members.map((one) => (one.residentId === residentId ? change(one) : one));
    this.write({ ...this.content, members });
  }

  private write(content: Content): void {
    this.content = content;
    try {
      this.storage?.setItem(keptAs, JSON.stringify(content));
    } catch {
      // Full, or forbidden: it holds as long as the page is open.
    }
    this.tell();
  }

  private read(): Content {
    try {
      const found = JSON.parse(this.storage?.getItem(keptAs) ?? '') as Partial<Content>;
      return { members: found.members ?? [], tickets: found.tickets ?? [], asked: found.asked ?? null };
    } catch {
      return nothing;
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Undefined where the browser keeps nothing for anybody. */
function localStorageHere(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** When a resident code runs out, as it says itself. */
export function codeExpiry(code: string): Date | undefined {
  const seconds = Number.parseInt(code.split('.')[4] ?? '', 36);
  return Number.isNaN(seconds) ? undefined : new Date(seconds * 1_000);
}

/** Whether a text is a resident code, by its looks; the house knows. */
export function looksLikeCode(text: string): boolean {
  return /^SH1(\.[A-Za-z0-9_-]+){5}$/u.test(text.trim());
}
