import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useLocation } from 'wouter';
import { useCount } from '../times.js';
import type { AreaRow } from './coverage-bars.js';
import { peopleToTarget } from './coverage-bars.js';
import { useCoverageWords } from './coverage-words.js';

/** Below this a tile holds no text; whoever comes to it is told its name all the same. */
const leastForText = { width: 48, height: 52 };

type Tile = { children: Tile[] } | { area: AreaRow };

/** Lower than this nothing can be told apart: a small screen is scrolled rather. */
const leastHeight = 320;
/** A narrow map is as high as a phone, so that its tiles are no slivers. */
const narrow = { width: 600, height: 480 };
/** What stays free below the map: its line of explanation, and the edge of the page. */
const foot = 68;

interface Room {
  width: number;
  height: number;
}

/**
 * The room that a map has: the width of where it stands, and what is left of the screen below it. Looked at anew with each
 * reading, because what stands above it may have become longer.
 */
function useRoomBelow(): [RefObject<HTMLElement | null>, Room | undefined] {
  const place = useRef<HTMLElement>(null);
  const [room, setRoom] = useState<Room>();
  const look = useCallback(() => {
    const element = place.current;
    if (element === null) return;
    const width = element.clientWidth;
    const top = element.getBoundingClientRect().top + scrollY;
    const height = Math.max(width < narrow.width ? narrow.height : leastHeight, Math.floor(innerHeight - top - foot));
    setRoom((had) => (had?.width === width && had.height === height ? had : { width, height }));
  }, []);
  useLayoutEffect(look);
  useEffect(() => {
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, [look]);
  return [place, room];
}

/** Each area as large as the people who should come; the lower its coverage the darker, hatched below the target. */
export function Treemap({ areas, target }: { areas: readonly AreaRow[]; target: number }) {
  const words = useCoverageWords();
  const count = useCount();
  const [, go] = useLocation();
  const [place, room = { width: 0, height: 0 }] = useRoomBelow();
  const children: Tile[] = areas.filter(({ should }) => should > 0).map((area) => ({ area }));
  const root = hierarchy<Tile>({ children }, (tile) => ('children' in tile ? tile.children : undefined))
    .sum((tile) => ('area' in tile ? tile.area.should : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Tile>().tile(treemapSquarify).size([room.width, room.height]).paddingInner(3)(root);
  return (
    <figure className="treemap" ref={place}>
      <svg width={room.width} height={room.height} role="group" aria-label={words('asMap')}>
        <defs>
          <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2" height="8" className="hatch-line" />
          </pattern>
        </defs>
        {laid.leaves().map(({ data, x0, y0, x1, y1 }) => {
          if (!('area' in data)) return null;
          const { area } = data;
          const percent = area.percent.sampledOfShould ?? 0;
          const isBelow = peopleToTarget(area, target) > 0;
          const address = `/coverage/${encodeURIComponent(area.code)}`;
          const fits = x1 - x0 >= leastForText.width && y1 - y0 >= leastForText.height;
          return (
            <a
              key={area.code}
              href={`#${address}`}
              className="tile"
              data-band={bandOf(percent, target)}
              aria-label={words('tile', {
                name: area.name,
                percent: `${percent} %`,
                sampled: count(area.sampled),
                should: count(area.should),
                state: isBelow ? words('left', { count: count(peopleToTarget(area, target)) }) : words('reached'),
              })}
              onClick={(event) => {
                event.preventDefault();
                go(address);
              }}
            >
              <rect x={x0} y={y0} width={x1 - x0} height={y1 - y0} />
              {isBelow && <rect className="hatch" x={x0} y={y0} width={x1 - x0} height={y1 - y0} />}
              {fits && (
                <foreignObject x={x0} y={y0} width={x1 - x0} height={y1 - y0} aria-hidden="true">
                  <div className="tile-text">
                    {area.name}
                    <strong>{percent} %</strong>
                  </div>
                </foreignObject>
              )}
            </a>
          );
        })}
      </svg>
      <figcaption>{words('mapHint')}</figcaption>
    </figure>
  );
}

/** Five steps from nothing to the target, so that a difference can be seen where it matters. */
function bandOf(percent: number, target: number): number {
  return percent >= target ? 4 : Math.min(3, Math.floor((percent / target) * 4));
}
