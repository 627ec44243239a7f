/** How a verdict is shown and heard; a colour alone never says it. */
export type VerdictTone = 'right' | 'already' | 'wrong' | 'sealed';

/** The form alone says it: round with a tick, square with two bars, octagon with a cross, a lock, a clock. */
export function VerdictSign({ tone }: { tone: VerdictTone | 'waiting' }) {
  return (
    <svg className={`sign tone-${tone}`} viewBox="0 0 100 100" aria-hidden="true">
      {signs[tone]}
    </svg>
  );
}

const signs = {
  right: (
    <>
      <circle cx="50" cy="50" r="46" />
      <path d="M26 52l17 17 32-38" />
    </>
  ),
  already: (
    <>
      <rect x="6" y="6" width="88" height="88" rx="12" />
      <path d="M28 38h44M28 62h44" />
    </>
  ),
  wrong: (
    <>
      <path d="M31 4h38l27 27v38l-27 27H31L4 69V31z" />
      <path d="M32 32l36 36M68 32L32 68" />
    </>
  ),
  sealed: (
    <>
      <rect x="16" y="44" width="68" height="50" rx="8" />
      <path d="M30 44V32a20 20 0 0 1 40 0v12M50 62v14" />
    </>
  ),
  waiting: (
    <>
      <circle cx="50" cy="50" r="46" strokeDasharray="17 12" />
      <path d="M50 28v24l15 11" />
    </>
  ),
};
