export { LiveSignals } from './live-signals.js';
export { LiveListener, type LiveSignal } from './live-listener.js';
export { LiveModule } from './live.module.js';
