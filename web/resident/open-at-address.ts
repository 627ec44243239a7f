import { askSites, askTicket } from './house-answers.js';
import { kept } from './use-kept.js';

/**
 * A board's QR leads to its site (`?site=…`), a marshal's to a ticket (`?ticket=…`). The address is used up, so that going back
 * and coming again does not lead there once more.
 */
export function openAtAddress(): void {
  const address = new URL(location.href);
  const { searchParams } = address;
  const [site, ticket] = [searchParams.get('site'), searchParams.get('ticket')];
  if (site === null && ticket === null) return;
  searchParams.delete('site');
  searchParams.delete('ticket');
  if (site !== null) address.hash = `/site/${encodeURIComponent(site)}`;
  if (ticket !== null) {
    address.hash = '/ticket';
    void follow(ticket);
  }
  history.replaceState(null, '', address);
}

/** A ticket that was given out by staff: whoever was shown its id may follow it. */
async function follow(id: string): Promise<void> {
  try {
    const [ticket, sites] = await Promise.all([askTicket(id), askSites()]);
    const siteName = sites.find((site) => site.id === ticket.siteId)?.name ?? '';
    const before = kept.current().tickets.find((held) => held.ticket.id === ticket.id);
    const residentId = before?.residentId ?? null;
    kept.putTicket({ ticket, siteName, residentId, heardAt: new Date().toISOString() });
  } catch {
    // Mistyped, or of another day: the page says that there is no ticket.
  }
}
