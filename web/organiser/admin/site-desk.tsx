import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Loading, Trouble } from '../../every-page/look/states.js';
import { useAct, useDesk, Wrong } from '../desk.js';
import { useMoment } from '../times.js';
import { useAdminWords } from './admin-words.js';
import { AskTwice } from './ask-twice.js';
import { ActForm, ChoiceField, MomentField, TextField } from './fields.js';
import { momentOf } from './form.js';
import { SiteSettings } from './site-settings.js';
import { SiteTables } from './site-tables.js';

const states = [
  ['open', 'setOpen'],
  ['paused', 'setPaused'],
  ['closed', 'setClosed'],
] as const;

/** Everything about one site: whether it is open, its tables and pairs, its hours, what its board tells, its queue. */
export function SiteDesk({ siteId }: { siteId: string }) {
  const words = useAdminWords();
  const { house, ask, role } = useDesk();
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
      <p className="intro">{[site.data.code, site.data.address, site.data.serves].filter(Boolean).join(' · ')}</p>
      <section className="panel" aria-labelledby="site-state">
        <h2 id="site-state">
          {words('state')} <span className={`state-word ${site.data.state}`}>{words(`state_${site.data.state}`)}</span>{' '}
          {site.data.pauseReason}
        </h2>
        <ActForm
          act={setState}
          submit={words('changeState')}
          send={(text) => {
            const chosen = states.find(([one]) => one === text('state'))?.[0] ?? 'open';
            setState.mutate({ state: chosen, ...(chosen === 'paused' ? { reason: text('reason') } : {}) });
          }}
        >
          <ChoiceField
            label={words('state')}
            name="state"
            first={site.data.state}
            options={states.map(([value, label]) => ({ value, label: words(label) }))}
          />
          <TextField label={words('pauseReason')} name="reason" most={100} isOptional />
        </ActForm>
      </section>
      <SiteTables siteId={siteId} />
      <Hours siteId={siteId} />
      <Announcement siteId={siteId} />
      <Queue siteId={siteId} />
      {role === 'organiser' && <SiteSettings site={site.data} />}
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
      <ActForm
        act={add}
        submit={words('addHours')}
        send={(text) =>
          add.mutate({
            kind: text('kind') === 'night' ? 'night' : 'day',
            opensAt: momentOf(text('opensAt')),
            closesAt: momentOf(text('closesAt')),
          })
        }
      >
        <ChoiceField
          label={words('kind')}
          name="kind"
          options={(['day', 'night'] as const).map((value) => ({ value, label: words(`kind_${value}`) }))}
        />
        <MomentField label={words('opensAt')} name="opensAt" hoursAhead={0} />
        <MomentField label={words('closesAt')} name="closesAt" hoursAhead={8} />
      </ActForm>
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
  return (
    <section className="panel" aria-labelledby="announcement">
      <h2 id="announcement">{words('announcement')}</h2>
      <ActForm
        act={{ isPending: tell.isPending, error: tell.error ?? withdraw.error }}
        submit={words('announce')}
        send={(text, form) => {
          const en = text('en');
          tell.mutate(
            { zh: text('zh'), expiresAt: momentOf(text('until')), ...(en === '' ? {} : { en }) },
            { onSuccess: () => form.reset() },
          );
        }}
      >
        <TextField label={words('announcementText')} name="zh" most={120} />
        <TextField label={words('announcementEn')} name="en" most={200} isOptional />
        <MomentField label={words('until')} name="until" hoursAhead={1} />
      </ActForm>
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
