import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Loading, Trouble } from '../../every-page/look/states.js';
import { useAct, useDesk, Wrong } from '../desk.js';
import { localInput, useMoment } from '../times.js';
import { useAdminWords } from './admin-words.js';
import { AskTwice } from './ask-twice.js';
import { momentOf, onSubmit } from './form.js';
import { SiteTables } from './site-tables.js';

const states = [
  ['open', 'setOpen'],
  ['paused', 'setPaused'],
  ['closed', 'setClosed'],
] as const;

/** Everything about one site: whether it is open, its tables and pairs, its hours, what its board tells, its queue. */
export function SiteDesk({ siteId }: { siteId: string }) {
  const words = useAdminWords();
  const { house, ask } = useDesk();
  const path = { id: siteId };
  const site = useQuery({
    queryKey: ['site', siteId],
    queryFn: () => ask(house.GET('/api/v1/sites/{id}', { params: { path } })),
  });
  const setState = useAct((body: { state: 'open' | 'paused' | 'closed'; reason?: string }) =>
    ask(house.PUT('/api/v1/sites/{id}/state', { params: { path }, body })),
  );
  if (site.data === undefined) {
    return site.error === null ? <Loading /> : <Trouble error={site.error} onTryAgain={() => void site.refetch()} />;
  }
  return (
    <>
      <p>
        <Link href="/sites">← {words('back')}</Link>
      </p>
      <h1>{site.data.name}</h1>
      <p className="intro">
        {site.data.code} · {site.data.address} · {site.data.serves}
      </p>
      <section className="panel" aria-labelledby="site-state">
        <h2 id="site-state">
          {words('state')}：<span className={`state-word ${site.data.state}`}>{words(`state_${site.data.state}`)}</span>{' '}
          {site.data.pauseReason}
        </h2>
        <form
          className="fields"
          onSubmit={onSubmit((text) => {
            const chosen = states.find(([one]) => one === text('state'))?.[0] ?? 'open';
            setState.mutate({ state: chosen, ...(chosen === 'paused' ? { reason: text('reason') } : {}) });
          })}
        >
          <label>
            {words('state')}
            <select name="state" defaultValue={site.data.state}>
              {states.map(([one, label]) => (
                <option key={one} value={one}>
                  {words(label)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words('pauseReason')}
            <input name="reason" maxLength={100} />
          </label>
          <div className="end">
            <button type="submit" disabled={setState.isPending}>
              {words('sure')}
            </button>
          </div>
          <div className="wide">
            <Wrong error={setState.error} />
          </div>
        </form>
      </section>
      <SiteTables siteId={siteId} />
      <Hours siteId={siteId} />
      <Announcement siteId={siteId} />
      <Queue siteId={siteId} />
    </>
  );
}

function Hours({ siteId }: { siteId: string }) {
  const words = useAdminWords();
  const moment = useMoment();
  const { house, ask } = useDesk();
  const path = { id: siteId };
  const hours = useQuery({
    queryKey: ['hours', siteId],
    queryFn: async () => (await ask(house.GET('/api/v1/sites/{id}/sessions', { params: { path } }))).items,
  });
  const add = useAct((body: { kind: 'day' | 'night'; opensAt: string; closesAt: string }) =>
    ask(house.POST('/api/v1/sites/{id}/sessions', { params: { path }, body })),
  );
  const now = new Date();
  return (
    <section className="panel" aria-labelledby="hours">
      <h2 id="hours">{words('hours')}</h2>
      <ul className="plain">
        {hours.data?.slice(0, 6).map(({ id, kind, opensAt, closesAt }) => (
          <li key={id}>
            {words(`kind_${kind}`)} {moment(opensAt)} – {moment(closesAt)}
          </li>
        ))}
      </ul>
      <form
        className="fields"
        onSubmit={onSubmit((text) =>
          add.mutate({
            kind: text('kind') === 'night' ? 'night' : 'day',
            opensAt: momentOf(text('opensAt')),
            closesAt: momentOf(text('closesAt')),
          }),
        )}
      >
        <label>
          {words('kind')}
          <select name="kind">
            <option value="day">{words('kind_day')}</option>
            <option value="night">{words('kind_night')}</option>
          </select>
        </label>
        <label>
          {words('opensAt')}
          <input name="opensAt" type="datetime-local" required defaultValue={localInput(now)} />
        </label>
        <label>
          {words('closesAt')}
          <input
            name="closesAt"
            type="datetime-local"
            required
            defaultValue={localInput(new Date(now.getTime() + 8 * 3_600_000))}
          />
        </label>
        <div className="end">
          <button type="submit" disabled={add.isPending}>
            {words('addHours')}
          </button>
        </div>
        <div className="wide">
          <Wrong error={add.error} />
        </div>
      </form>
    </section>
  );
}

function Announcement({ siteId }: { siteId: string }) {
  const words = useAdminWords();
  const moment = useMoment();
  const { house, ask } = useDesk();
  const tell = useAct((body: { zh: string; en?: string; expiresAt: string }) =>
    ask(house.POST('/api/v1/sites/{id}/announcements', { params: { path: { id: siteId } }, body })),
  );
  const withdraw = useAct((id: string) =>
    ask(house.PUT('/api/v1/announcements/{id}/withdrawal', { params: { path: { id } } })),
  );
  const told = tell.data;
  const now = new Date();
  return (
    <section className="panel" aria-labelledby="announcement">
      <h2 id="announcement">{words('announcement')}</h2>
      <form
        className="fields"
        onSubmit={onSubmit((text, form) => {
          const en = text('en');
          tell.mutate(
            { zh: text('zh'), expiresAt: momentOf(text('until')), ...(en === '' ? {} : { en }) },
            { onSuccess: () => form.reset() },
          );
        })}
      >
        <label>
          {words('announcementText')}
          <input name="zh" required maxLength={120} />
        </label>
        <label>
          {words('announcementEn')}
          <input name="en" maxLength={200} />
        </label>
        <label>
          {words('until')}
          <input
            name="until"
            type="datetime-local"
            required
            defaultValue={localInput(new Date(now.getTime() + 3_600_000))}
          />
        </label>
        <div className="end">
          <button type="submit" disabled={tell.isPending}>
            {words('announce')}
          </button>
        </div>
        <div className="wide">
          <Wrong error={tell.error ?? withdraw.error} />
        </div>
      </form>
      {told !== undefined && (
        <p role="status">
          {withdraw.isSuccess ? words('withdrawn') : words('announced', { time: moment(told.expiresAt) })}{' '}
          {!withdraw.isSuccess && (
            <button type="button" onClick={() => withdraw.mutate(told.id)}>
              {words('withdraw')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function Queue({ siteId }: { siteId: string }) {
  const words = useAdminWords();
  const { house, ask } = useDesk();
  const path = { id: siteId };
  const close = useAct(() => ask(house.PUT('/api/v1/sites/{id}/queue/closure', { params: { path } })));
  const open = useAct(() => ask(house.PUT('/api/v1/sites/{id}/queue/opening', { params: { path } })));
  return (
    <section className="panel" aria-labelledby="queue">
      <h2 id="queue">{words('queue')}</h2>
      <p className="quiet-text">{words('queueIntro')}</p>
      <p className="buttons start">
        <AskTwice
          label={words('closeQueue')}
          question={words('sureCloseQueue')}
          isWorking={close.isPending}
          className="danger"
          onSure={() => close.mutate(undefined)}
        />
        <button type="button" disabled={open.isPending} onClick={() => open.mutate(undefined)}>
          {words('openQueue')}
        </button>
      </p>
      {close.data !== undefined && <p role="status">{words('queueClosed', { left: close.data.left })}</p>}
      {open.data !== undefined && <p role="status">{words('queueOpened')}</p>}
      <Wrong error={close.error ?? open.error} />
    </section>
  );
}
