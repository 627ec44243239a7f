export { Clock, SystemClock, FixedClock } from './clock.js';
export { ClockModule } from './clock.module.js';
export { businessDay, wallTime } from './business-day.js';
