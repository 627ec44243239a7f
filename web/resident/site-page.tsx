import { Link } from 'wouter';
import { Empty, Loading, Trouble } from '../every-page/look/states.js';
import { SiteHours, SiteStatus, SiteWait } from './site-facts.js';
import { TakeTicket } from './take-ticket.js';
import { useSites } from './use-sites.js';
import { useWords } from './words.js';

/** One site, and the way into its queue. The board's QR leads here. */
export function SitePage({ siteId }: { siteId: string }) {
  const words = useWords();
  const { data: sites, error, refetch } = useSites();
  if (sites === undefined) {
    return (
      <>
        <h1 className="for-readers">{words('sites')}</h1>
        {error === null ? <Loading /> : <Trouble error={error} onTryAgain={() => void refetch()} />}
      </>
    );
  }
  const site = sites.find(({ id }) => id === siteId);
  if (site === undefined) {
    return (
      <>
        <h1 className="for-readers">{words('sites')}</h1>
        <Empty title={words('noSuchSite')}>
          <p>{words('noSuchSiteHint')}</p>
          <Link href="/" className="button-link">
            {words('chooseSite')}
          </Link>
        </Empty>
      </>
    );
  }
  return (
    <section className="site-page">
      <Link href="/" className="back">
        ‹ {words('sites')}
      </Link>
      <h1>{site.name}</h1>
      <div className="panel">
        <p className="site-head">
          <SiteStatus site={site} />
        </p>
        <SiteWait site={site} />
        {site.state === 'paused' && site.pauseReason !== null && <p>{site.pauseReason}</p>}
        <dl className="facts">
          <div>
            <dt>{words('address')}</dt>
            <dd>{site.address}</dd>
          </div>
          {site.serves !== null && (
            <div>
              <dt>{words('serves')}</dt>
              <dd>{site.serves}</dd>
            </div>
          )}
        </dl>
        <p className="quiet-line">
          <SiteHours site={site} />
        </p>
      </div>
      <TakeTicket site={site} />
    </section>
  );
}
