import { Injectable } from '@nestjs/common';
import { AreaRegister, DemonstrationStreet } from '#journey/community';
import { RoundDesk, RoundNotFound } from '#journey/campaign';
import { LabRegister } from '#journey/lab';
import { ShiftRoster, SiteRegister, type Site } from '#journey/site';
import { AccountRegister, administrators, roles, ScopeRegister, type Account, type Role } from '#platform/access';
import { businessDay, Clock } from '#platform/clock';
import { Settings } from '#platform/config';
import { demonstrationLab, demonstrationRound, demonstrationSites, sessionHours, stationLanes } from './street-plan.js';

const hour = 3_600_000;

const displayNames: Record<Role, string> = {
  admin: '系统管理员',
  security: '安全管理员',
  auditor: '审计管理员',
  organiser: '指挥部',
  gridworker: '网格员',
  sitelead: '点长',
  marshal: '引导员',
  scanner: '扫码员',
  collector: '采样员',
  packer: '封箱员',
  courier: '转运员',
  lab: '实验室',
};

/** Lays out a day in 阜桥街道 that a newcomer can walk through at once. Laid out again it changes nothing. */
@Injectable()
export class DemonstrationDay {
  private readonly accounts = new Map<string, Account>();

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly register: AccountRegister,
    private readonly scopes: ScopeRegister,
    private readonly street: DemonstrationStreet,
    private readonly areas: AreaRegister,
    private readonly rounds: RoundDesk,
    private readonly sites: SiteRegister,
    private readonly shifts: ShiftRoster,
    private readonly labs: LabRegister,
  ) {}

  async layOut(residents: number): Promise<void> {
    for (const role of roles) await this.account(role, role);
    const { streetCode } = await this.street.layAreas();
    const organiser = await this.account('organiser', 'organiser');
    const communities = (await this.areas.children(streetCode)).areas.map(({ code }) => code);
    for (const [index, plan] of demonstrationSites.entries()) {
      const { communityIndex, ...rest } = plan;
      const site = await this.siteOf({ ...rest, areaCode: communities[communityIndex] ?? streetCode }, organiser.id);
      await this.openToday(site, organiser.id);
      await this.putCrewsOnDuty(site, index, organiser.id);
    }
    await this.labs.put(demonstrationLab.code, demonstrationLab.name, null);
    // Two of them: what is positive needs a second person.
    for (const [n, name] of ['lab', 'lab2'].entries()) {
      await this.labs.assign((await this.account(name, 'lab', n + 1)).id, demonstrationLab.code, null);
    }
    await this.openRound(streetCode, organiser.id);
    // The people last: they take longest, and whoever is there already can be sampled meanwhile.
    await this.street.load({ residents });
  }

  private async account(username: string, role: Role, number = 1): Promise<Account> {
    const known = this.accounts.get(username);
    if (known !== undefined) return known;
    const displayName = number === 1 ? displayNames[role] : `${displayNames[role]}${number}`;
    const password = this.settings.demoPassword;
    const account = await this.register.add({ username, role, displayName, password });
    // Everybody may walk through the whole street; the administrators keep to their own business.
    if (!administrators.includes(role)) await this.scopes.put(account.id, [{ kind: 'all', key: '*' }], null);
    this.accounts.set(username, account);
    return account;
  }

  private async siteOf(plan: Parameters<SiteRegister['add']>[0], actorId: string): Promise<Site> {
    const known = (await this.sites.list()).find(({ code }) => code === plan.code);
    if (known !== undefined) return known;
    const site = await this.sites.add(plan, actorId);
    for (const [index, lane] of stationLanes.entries()) {
      await this.sites.addStation(site.id, { number: index + 1, lane }, actorId);
    }
    return site;
  }

  /** The moment at which the site's present business day began. */
  private dayStart(site: Site): Date {
    const day = businessDay(this.clock.now(), site.timeZone, site.dayStarts);
    // China has one zone without summer time; the demonstration's sites are all in it.
    return new Date(`${day}T${site.dayStarts}:00+08:00`);
  }

  private async openToday(site: Site, actorId: string): Promise<void> {
    const start = this.dayStart(site).getTime();
    const known = new Set((await this.sites.sessions(site.id)).map(({ opensAt }) => opensAt.getTime()));
    for (const { kind, fromHour, toHour } of sessionHours) {
      const opensAt = new Date(start + fromHour * hour);
      if (known.has(opensAt.getTime())) continue;
      await this.sites.planSession(site.id, { kind, opensAt, closesAt: new Date(start + toHour * hour) }, actorId);
    }
  }

  /** Each table has its own pair; the first one signs in as scanner and collector, the others as scanner2, collector2 … */
  private async putCrewsOnDuty(site: Site, siteIndex: number, actorId: string): Promise<void> {
    const startsAt = this.dayStart(site);
    const endsAt = new Date(startsAt.getTime() + 24 * hour);
    for (const [index, station] of (await this.sites.stations(site.id)).entries()) {
      if ((await this.shifts.onDuty(station.id, this.clock.now())) !== undefined) continue;
      const number = siteIndex * stationLanes.length + index + 1;
      const suffix = number === 1 ? '' : String(number);
      const scanner = await this.account(`scanner${suffix}`, 'scanner', number);
      const collector = await this.account(`collector${suffix}`, 'collector', number);
      await this.shifts.plan(
        station.id,
        { scannerId: scanner.id, collectorId: collector.id, startsAt, endsAt },
        actorId,
      );
    }
  }

  private async openRound(streetCode: string, actorId: string): Promise<void> {
    const { id, name } = demonstrationRound;
    try {
      await this.rounds.find(id);
    } catch (error) {
      if (!(error instanceof RoundNotFound)) throw error;
      const startsAt = this.clock.now();
      const deadline = new Date(startsAt.getTime() + 24 * hour);
      await this.rounds.plan({ id, name, areas: [streetCode], startsAt, deadline }, actorId);
      await this.rounds.move(id, 'open', actorId);
    }
  }
}
