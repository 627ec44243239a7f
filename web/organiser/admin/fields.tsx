import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import { Wrong } from '../desk.js';
import { localInput } from '../times.js';
import { onSubmit } from './form.js';

/** A form that does one thing: its fields, the button that does it, and below what went wrong or what came of it. */
export function ActForm({
  act,
  send,
  submit,
  label,
  isMain = false,
  form,
  said,
  children,
}: {
  act: { isPending: boolean; error: Error | null };
  send: Parameters<typeof onSubmit>[0];
  submit: string;
  /** Names the form where no heading does. */
  label?: string;
  isMain?: boolean;
  form?: Ref<HTMLFormElement>;
  said?: string | undefined;
  children: ReactNode;
}) {
  const outcome = useRef<HTMLDivElement>(null);
  // Below a long form it would come to stand outside of the screen.
  useEffect(() => {
    if (act.error !== null || said !== undefined) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [act.error, said]);
  return (
    <form ref={form} className="fields" aria-label={label} autoComplete="off" onSubmit={onSubmit(send)}>
      {children}
      <div className="end">
        <button type="submit" className={isMain ? 'main' : undefined} disabled={act.isPending}>
          {submit}
        </button>
      </div>
      <div className="wide" ref={outcome}>
        <Wrong error={act.error} />
        {said !== undefined && <p role="status">{said}</p>}
      </div>
    </form>
  );
}

/** A line of text that somebody types. */
export function TextField({
  label,
  name,
  most,
  isOptional = false,
  hint,
  first,
}: {
  label: string;
  name: string;
  /** Letters at most, as the house takes them. */
  most: number;
  isOptional?: boolean;
  hint?: string;
  /** What stands there already. */
  first?: string;
}) {
  return (
    <label>
      {label}
      <input name={name} required={!isOptional} maxLength={most} placeholder={hint} defaultValue={first} />
    </label>
  );
}

/** One of a few; with `ask` nothing is chosen beforehand. */
export function ChoiceField({
  label,
  name,
  options,
  first,
  ask,
}: {
  label: string;
  name: string;
  options: readonly { value: string; label: string }[];
  first?: string;
  ask?: string;
}) {
  return (
    <label>
      {label}
      <select name={name} required defaultValue={ask === undefined ? first : ''}>
        {ask !== undefined && (
          <option value="" disabled>
            {ask}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A date and an hour: as it stands, or so many hours from now, unless somebody types another. */
export function MomentField({
  label,
  name,
  hoursAhead = 0,
  first,
}: {
  label: string;
  name: string;
  hoursAhead?: number;
  first?: string;
}) {
  const [ahead] = useState(() => localInput(new Date(Date.now() + hoursAhead * 3_600_000)));
  return (
    <label>
      {label}
      <input name={name} type="datetime-local" required defaultValue={first ?? ahead} />
    </label>
  );
}
