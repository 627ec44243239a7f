import type { ReactNode } from 'react';

/** One of a few, as buttons that a glove can hit. */
export function Choice<Value extends string>(props: {
  title: string;
  value: Value;
  options: readonly (readonly [Value, ReactNode])[];
  onChoose: (value: Value) => void;
}) {
  const { title, value, options, onChoose } = props;
  return (
    <div className="choice" role="group" aria-label={title}>
      <h3>{title}</h3>
      <div className="choices">
        {options.map(([option, word]) => (
          <button
            type="button"
            key={option}
            aria-pressed={option === value}
            className={option === value ? 'chosen' : undefined}
            onClick={() => onChoose(option)}
          >
            {option === value && <span aria-hidden="true">✓ </span>}
            {word}
          </button>
        ))}
      </div>
    </div>
  );
}
