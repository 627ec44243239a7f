/** Figures of a group of people. Everything after `exempt` is counted among those who were to come. */
export interface Figures {
  people: number;
  exempt: number;
  sampled: number;
  tested: number;
  negative: number;
  positive: number;
  underReview: number;
  resample: number;
}

/** What was counted for the people of one area; `lineage` runs from the city to the area, each with its level. */
export interface CountedArea {
  readonly lineage: readonly { readonly code: string; readonly level: string }[];
  readonly figures: Figures;
}

export interface KeptCount extends Figures {
  readonly areaCode: string;
  readonly level: string;
}

interface Node {
  readonly code: string;
  readonly level: string;
  readonly figures: Figures;
  readonly children: Map<string, Node>;
}

const names = ['people', 'exempt', 'sampled', 'tested', 'negative', 'positive', 'underReview', 'resample'] as const;

/**
 * What may be kept of a round. A figure is kept for an area only where k people or more live in it, and only where those
 * of its parent whom no kept neighbour shows are nobody or k people or more: nobody can be told by taking one figure from
 * another. An area that is left out counts in its parent. Figures are rounded down to a multiple of k, so that no two
 * rounds or levels differ by fewer than k.
 *
 * @param levels from the widest to the narrowest; areas below the narrowest count in it
 * @param k at least two
 */
export function keptCounts(areas: readonly CountedArea[], levels: readonly string[], k: number): KeptCount[] {
  const roots = new Map<string, Node>();
  for (const { lineage, figures } of areas) {
    let siblings = roots;
    for (const { code, level } of lineage.filter((one) => levels.includes(one.level))) {
      const node = siblings.get(code) ?? { code, level, figures: nothing(), children: new Map<string, Node>() };
      siblings.set(code, node);
      add(node.figures, figures);
      siblings = node.children;
    }
  }
  return [...roots.values()].flatMap((node) => (node.figures.people >= k ? keptBelow(node, k) : []));
}

/** The node, which is kept, and what of its children may be. */
function keptBelow(node: Node, k: number): KeptCount[] {
  const shown = [...node.children.values()]
    .filter(({ figures }) => figures.people >= k)
    .sort((a, b) => a.figures.people - b.figures.people || (a.code < b.code ? -1 : 1));
  let unshown = node.figures.people - shown.reduce((sum, { figures }) => sum + figures.people, 0);
  while (unshown > 0 && unshown < k && shown.length > 0) unshown += shown.shift()?.figures.people ?? 0;
  const own = Object.fromEntries(
    names.map((name) => [name, Math.floor(node.figures[name] / k) * k]),
  ) as unknown as Figures;
  return [{ areaCode: node.code, level: node.level, ...own }, ...shown.flatMap((child) => keptBelow(child, k))];
}

function nothing(): Figures {
  return { people: 0, exempt: 0, sampled: 0, tested: 0, negative: 0, positive: 0, underReview: 0, resample: 0 };
}

function add(to: Figures, more: Figures): void {
  for (const name of names) to[name] += more[name];
}
