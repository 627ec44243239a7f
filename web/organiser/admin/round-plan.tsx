import { useState } from 'react';
import { Empty, Loading } from '../../every-page/look/states.js';
import { useAct, useDesk, Wrong } from '../desk.js';
import { useAreasUnder } from '../../every-page/areas/areas-under.js';
import { useAdminWords } from './admin-words.js';
import { ChoiceField, MomentField, TextField } from './fields.js';
import { momentOf, onSubmit } from './form.js';

const pools = ['single', 'household', '5', '10', '20'] as const;

/** A new round as a draft: name, areas, window, usual pool. */
export function RoundPlan() {
  const words = useAdminWords();
  const { house, ask } = useDesk();
  const [areas, setAreas] = useState<ReadonlySet<string>>(new Set());
  const plan = useAct(
    (body: {
      name: string;
      areas: string[];
      startsAt: string;
      deadline: string;
      defaultPoolClass: (typeof pools)[number];
      settings: { coverageTargetPercent: number };
    }) => ask(house.POST('/api/v1/rounds', { body })),
  );
  return (
    <section className="panel" aria-labelledby="plan">
      <h2 id="plan">{words('newRound')}</h2>
      <form
        className="fields"
        onSubmit={onSubmit((text, form) =>
          plan.mutate(
            {
              name: text('name'),
              areas: [...areas],
              startsAt: momentOf(text('startsAt')),
              deadline: momentOf(text('deadline')),
              defaultPoolClass: pools.find((one) => one === text('pool')) ?? '10',
              settings: { coverageTargetPercent: Number(text('target')) },
            },
            {
              onSuccess: () => {
                form.reset();
                setAreas(new Set());
              },
            },
          ),
        )}
      >
        <TextField label={words('name')} name="name" most={100} hint={words('nameHint')} />
        <MomentField label={words('startsAt')} name="startsAt" hoursAhead={0} />
        <MomentField label={words('deadline')} name="deadline" hoursAhead={24} />
        <ChoiceField
          label={words('pool')}
          name="pool"
          first="10"
          options={pools.map((value) => ({ value, label: words(`pool_${value}`) }))}
        />
        <label>
          {words('target')}
          <input name="target" type="number" min={1} max={100} required defaultValue={95} />
        </label>
        <fieldset className="wide">
          <legend>{words('areas')}</legend>
          <p className="quiet-text">{words('areasHint')}</p>
          <AreaTree parent={undefined} chosen={areas} onChoose={setAreas} />
        </fieldset>
        <div className="wide">
          <Wrong error={plan.error} />
          {plan.isSuccess && <p role="status">{words('planned')}</p>}
          <button type="submit" className="main" disabled={plan.isPending || areas.size === 0}>
            {words('plan')}
          </button>
        </div>
      </form>
    </section>
  );
}

/** The areas under one, each to tick or to unfold. */
function AreaTree({
  parent,
  chosen,
  onChoose,
}: {
  parent: string | undefined;
  chosen: ReadonlySet<string>;
  onChoose: (codes: ReadonlySet<string>) => void;
}) {
  const words = useAdminWords();
  const [open, unfold] = useState<ReadonlySet<string>>(new Set());
  const { session } = useDesk();
  const areas = useAreasUnder(session, parent);
  if (areas.data === undefined) return <Loading />;
  if (areas.data.length === 0 && parent === undefined) {
    return (
      <Empty title={words('noAreas')}>
        <p>{words('noAreasHint')}</p>
      </Empty>
    );
  }
  const toggled = (codes: ReadonlySet<string>, code: string): ReadonlySet<string> => {
    const changed = new Set(codes);
    if (!changed.delete(code)) changed.add(code);
    return changed;
  };
  return (
    <ul className="area-tree">
      {areas.data.map(({ code, name, level }) => (
        <li key={code}>
          {level !== 'building' && (
            <button
              type="button"
              className="quiet fold"
              aria-expanded={open.has(code)}
              aria-label={words(open.has(code) ? 'closeArea' : 'openArea', { name })}
              onClick={() => unfold(toggled(open, code))}
            >
              {open.has(code) ? '▾' : '▸'}
            </button>
          )}
          <label className="tick">
            <input type="checkbox" checked={chosen.has(code)} onChange={() => onChoose(toggled(chosen, code))} />
            {name} <small>{code}</small>
          </label>
          {open.has(code) && <AreaTree parent={code} chosen={chosen} onChoose={onChoose} />}
        </li>
      ))}
    </ul>
  );
}
