/** What was typed, by the names of the fields; a box is `on` or empty. */
export type Changes = Readonly<Partial<Record<string, string>>>;

/**
 * What in a form is no longer what stood there. Nobody meant to change the rest: sent along, it would put back what a
 * colleague has changed since.
 */
export function changesIn(form: HTMLFormElement): Changes {
  const changed = inputsOf(form).filter((input) => typedIn(input) !== shownIn(input));
  return Object.fromEntries(changed.map((input) => [input.name, typedIn(input)]));
}

/**
 * To be the `ref` of such a form. React enters the first values as if they had been typed; from here on a field follows
 * what stands there until somebody types in it.
 */
export function untyped(form: HTMLFormElement | null): void {
  form?.reset();
}

/**
 * The house has taken these: they are what stands there now, and follow the house again. What was typed since they were
 * sent stays typed.
 */
export function standsNow(form: HTMLFormElement, changes: Changes): void {
  const since = inputsOf(form).filter((input) => typedIn(input) !== (changes[input.name] ?? shownIn(input)));
  const typed = since.map((input) => [input, typedIn(input)] as const);
  for (const input of inputsOf(form)) {
    const taken = changes[input.name];
    if (taken === undefined) continue;
    if (input.type === 'checkbox') input.defaultChecked = taken === 'on';
    else input.defaultValue = taken;
  }
  form.reset();
  for (const [input, value] of typed) {
    if (input.type === 'checkbox') input.checked = value === 'on';
    else input.value = value;
  }
}

function inputsOf(form: HTMLFormElement): HTMLInputElement[] {
  return Array.from(form.elements).filter(isNamedInput);
}

function isNamedInput(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.name !== '';
}

function typedIn(input: HTMLInputElement): string {
  return input.type === 'checkbox' ? onOrNot(input.checked) : input.value.trim();
}

function shownIn(input: HTMLInputElement): string {
  return input.type === 'checkbox' ? onOrNot(input.defaultChecked) : input.defaultValue;
}

const onOrNot = (isOn: boolean) => (isOn ? 'on' : '');
