import { useWords } from '../words.js';

/** Big keys for gloves. With `letter` an X too, for the end of an ID number. */
export function Keypad(props: { letter?: boolean; onKey: (key: string) => void; onErase: () => void }) {
  const { letter = false, onKey, onErase } = props;
  const words = useWords();
  return (
    <div className="keypad">
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => (
        <button type="button" key={key} onClick={() => onKey(key)}>
          {key}
        </button>
      ))}
      {letter ? (
        <button type="button" onClick={() => onKey('X')}>
          X
        </button>
      ) : (
        <span />
      )}
      <button type="button" onClick={() => onKey('0')}>
        0
      </button>
      <button type="button" className="erase" aria-label={words('eraseSign')} onClick={onErase}>
        ⌫
      </button>
    </div>
  );
}
