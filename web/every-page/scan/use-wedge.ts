import { useEffect, useEffectEvent } from 'react';
import { Wedge } from './wedge.js';

/**
 * Hears a scanner that acts as a keyboard, whatever has the focus. Its Enter does not press the button that has it, and
 * what it types does not end up in a field.
 */
export function useWedge(onCode: (code: string) => void): void {
  const heard = useEffectEvent(onCode);
  useEffect(() => {
    const wedge = new Wedge();
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const { code, key, shiftKey, isComposing, timeStamp: at } = event;
      const found = wedge.press({ code, key, shiftKey, isComposing, at });
      if (found === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.target instanceof HTMLInputElement) clear(event.target);
      heard(found);
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, []);
}

/** React believes in a change only when the element's own setter made it. */
function clear(field: HTMLInputElement): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, '');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
