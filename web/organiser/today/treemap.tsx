import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { useLocation } from 'wouter';
import { useCount } from '../times.js';
import type { AreaRow } from './coverage-bars.js';
import { peopleToTarget } from './coverage-bars.js';
import { useCoverageWords } from './coverage-words.js';

const [width, height] = [960, 480];
/** Below this a tile holds no text; whoever comes to it is told its name all the same. */
const leastForText = { width: 64, height: 40 };

type Tile = { children: Tile[] } | { area: AreaRow };

/** Each area as large as the people who should come; the lower its coverage the darker, hatched below the target. */
export function Treemap({ areas, target }: { areas: readonly AreaRow[]; target: number }) {
  const words = useCoverageWords();
  const count = useCount();
  const [, go] = useLocation();
  const children: Tile[] = areas.filter(({ should }) => should > 0).map((area) => ({ area }));
  const root = hierarchy<Tile>({ children }, (tile) => ('children' in tile ? tile.children : undefined))
    .sum((tile) => ('area' in tile ? tile.area.should : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Tile>().tile(treemapSquarify).size([width, height]).paddingInner(3)(root);
  return (
    <figure className="treemap">
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={words('asMap')}>
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
                // A picture within the picture cuts off what does not fit.
                <svg x={x0} y={y0} width={x1 - x0} height={y1 - y0} aria-hidden="true">
                  <text x={10} y={24}>
                    {area.name}
                    <tspan x={10} dy="22" className="tile-percent">
                      {percent} %
                    </tspan>
                  </text>
                </svg>
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
