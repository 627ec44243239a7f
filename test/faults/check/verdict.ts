/** What the checker says about one promise: how much it looked at, and every place where the promise was broken. */
export interface Verdict {
  id: string;
  promise: string;
  checked: number;
  violations: string[];
}

/** Collects one verdict: `hold` for each thing looked at. */
export class Judge {
  private checked = 0;
  private readonly violations: string[] = [];

  constructor(
    private readonly id: string,
    private readonly promise: string,
  ) {}

  /** @param example says what is wrong, in ids and codes; only called when it does not hold */
  hold(holds: boolean, example: () => string): void {
    this.checked += 1;
    if (!holds) this.violations.push(example());
  }

  verdict(): Verdict {
    return { id: this.id, promise: this.promise, checked: this.checked, violations: this.violations };
  }
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, held]) => `${key}:${canonical(held)}`).join(',')}}`;
  }
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
