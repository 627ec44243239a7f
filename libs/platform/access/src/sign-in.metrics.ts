import { Counter } from 'prom-client';

/** How sign-ins of staff ended. `held`: the gate was closed, so that no password was judged. */
export const signIns = new Counter({
  name: 'shihe_sign_ins_total',
  help: 'Sign-ins of staff by outcome: opened, wrong, held, address, busy',
  labelNames: ['outcome'],
});

/** Passwords that were compared, with the account's own or with one that nothing fits. */
export const passwordsCompared = new Counter({
  name: 'shihe_passwords_compared_total',
  help: 'Passwords that were compared, with one that an account has (own) or that nobody has (none)',
  labelNames: ['with'],
});

export const alarms = new Counter({
  name: 'shihe_sign_in_alarms_total',
  help: 'Times that guessing was noticed, by what it was noticed by: names or addresses',
  labelNames: ['kind'],
});
