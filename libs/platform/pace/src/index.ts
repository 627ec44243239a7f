export { BoundedWork } from './bounded-work.js';
