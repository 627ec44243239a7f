import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { useAct, useDesk } from '../desk.js';
import { AreaPicker } from '../../every-page/areas/area-picker.js';
import { useAdminWords } from './admin-words.js';
import { ActForm, TextField } from './fields.js';
import { SiteDesk } from './site-desk.js';

export function useSites() {
  const { house, ask } = useDesk();
  return useQuery({
    queryKey: ['sites'],
    queryFn: async () => (await ask(house.GET('/api/v1/sites', { cache: 'no-cache' }))).items,
    refetchInterval: 30_000,
  });
}

/** All sites, or the desk of one. */
export function SitesAdmin({ siteId }: { siteId: string }) {
  return siteId === '' ? <SiteList /> : <SiteDesk siteId={siteId} />;
}

function SiteList() {
  const words = useAdminWords();
  const sites = useSites();
  return (
    <>
      <h1>{words('allSites')}</h1>
      {sites.isPending && <Loading />}
      {sites.data === undefined && sites.error !== null && (
        <Trouble error={sites.error} onTryAgain={() => void sites.refetch()} />
      )}
      {sites.data?.length === 0 && (
        <Empty title={words('noSites')}>
          <p>{words('noSitesHint')}</p>
        </Empty>
      )}
      <ul className="cards">
        {sites.data?.map(({ id, name, code, address, state, waitingPeople }) => (
          <li key={id} className="panel">
            <h2>{name}</h2>
            <p>
              <span className={`state-word ${state}`}>{words(`state_${state}`)}</span>{' '}
              {words('waiting', { people: waitingPeople })}
            </p>
            <p className="quiet-text">
              {code} · {address}
            </p>
            <Link href={`/sites/${id}`} className="button" aria-label={words('manage', { name })}>
              {words('manage', { name: '' })}
            </Link>
          </li>
        ))}
      </ul>
      <NewSite />
    </>
  );
}

function NewSite() {
  const words = useAdminWords();
  const { session, house, ask } = useDesk();
  const [, go] = useLocation();
  const add = useAct((body: { code: string; name: string; areaCode: string; address: string; serves?: string }) =>
    ask(house.POST('/api/v1/sites', { body })),
  );
  return (
    <section className="panel" aria-labelledby="new-site">
      <h2 id="new-site">{words('newSite')}</h2>
      <ActForm
        isMain
        act={add}
        submit={words('add')}
        send={(text) => {
          const serves = text('serves');
          const plan = { code: text('code'), name: text('name'), areaCode: text('areaCode'), address: text('address') };
          add.mutate({ ...plan, ...(serves === '' ? {} : { serves }) }, { onSuccess: ({ id }) => go(`/sites/${id}`) });
        }}
      >
        <TextField label={words('code')} name="code" most={20} />
        <TextField label={words('siteName')} name="name" most={60} />
        <TextField label={words('address')} name="address" most={200} />
        <TextField label={words('serves')} name="serves" most={200} isOptional />
        <AreaPicker session={session} label={words('siteArea')} name="areaCode" />
      </ActForm>
    </section>
  );
}
