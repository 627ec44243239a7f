import type { SubmitEvent } from 'react';

/** Takes what was typed into a form; the form is emptied when `send` says that it arrived. */
export function onSubmit(send: (text: (name: string) => string, form: HTMLFormElement) => void) {
  return (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    send((name) => {
      const value = typed.get(name);
      return typeof value === 'string' ? value.trim() : '';
    }, form);
  };
}

/** A local date and time as typed, with its zone. */
export function momentOf(local: string): string {
  return new Date(local).toISOString();
}
