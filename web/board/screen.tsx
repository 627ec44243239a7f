import { useSyncExternalStore } from 'react';
import { ServerClock } from '../every-page/server-clock.js';
import { Announcer } from './announcer.js';
import { BoardFeed } from './board-feed.js';
import { BoardPage } from './board-page.js';
import { Caller } from './caller.js';
import { ChooseSite } from './choose-site.js';
import { followNewerBuilds, phoneView, type BoardSettings } from './settings.js';

/** What a screen that follows a site is made of. It lives as long as the page does. */
interface Followed {
  siteId: string;
  feed: BoardFeed;
  caller: Caller;
  announcer: Announcer;
  clock: ServerClock;
}

export function follow(siteId: string): Followed {
  const announcer = new Announcer();
  const feed = new BoardFeed(siteId, () => void followNewerBuilds());
  return { siteId, feed, announcer, caller: new Caller(announcer), clock: new ServerClock() };
}

/** What the screen shows: the board of its site, or the choice of a site. */
export function Screen({ followed, settings }: { followed: Followed | null; settings: BoardSettings }) {
  if (followed === null) return <ChooseSite house={settings.house} isUnknown={false} />;
  return <BoardOf followed={followed} settings={settings} />;
}

function BoardOf({ followed: { siteId, ...parts }, settings }: { followed: Followed; settings: BoardSettings }) {
  const { refusal } = useSyncExternalStore(parts.feed.subscribe, parts.feed.current);
  if (refusal !== undefined) return <ChooseSite house={settings.house} isUnknown />;
  return <BoardPage {...parts} phoneView={phoneView(settings, siteId)} />;
}
