import { useSites } from '../admin/sites-admin.js';
import { useRounds } from '../today/round-data.js';
import { pathWords } from '../../every-page/areas/areas-under.js';
import { useLineages } from './areas.js';
import { usePickWords } from './pick-words.js';

/** What somebody answers for. The key is an area's code, or the id of a site or a round. */
export interface Scope {
  kind: (typeof scopeKinds)[number];
  key: string;
}

export const scopeKinds = ['area', 'site', 'round', 'all'] as const;

export interface ScopeSaid {
  /** As one says it: 区域 任城区 › 阜桥街道. */
  name: string;
  /** What stands beside it for those who have the code on paper. */
  code: string;
}

export const scopeOf = ({ kind, key }: { kind: string; key: string }): Scope => ({
  kind: scopeKinds.find((one) => one === kind) ?? 'area',
  key,
});

/** As the house takes it. */
export const scopeSent = ({ kind, key }: Scope) => (kind === 'all' ? { kind, key: '*' as const } : { kind, key });

/** Says scopes by their names; what cannot be found is said by its key. */
export function useScopeWords(scopes: readonly Scope[]): (scope: Scope) => ScopeSaid {
  const words = usePickWords();
  const sites = useSites();
  const rounds = useRounds();
  const areas = useLineages(scopes.filter(({ kind }) => kind === 'area').map(({ key }) => key));
  return ({ kind, key }) => {
    if (kind === 'all') return { name: words('scope_all'), code: '' };
    const said = (name: string | undefined, code: string) => ({
      name: `${words(`scope_${kind}`)} ${name === undefined || name === '' ? '' : name}`.trim(),
      code,
    });
    if (kind === 'area') return said(pathWords(areas.get(key) ?? []), key);
    if (kind === 'round') {
      const round = rounds.data?.find(({ id }) => id === key);
      return said(round?.name, round === undefined ? key : '');
    }
    const site = sites.data?.find(({ id }) => id === key);
    return said(site?.name, site?.code ?? key);
  };
}
