export type { ErrandHandler } from './errand-handler.js';
