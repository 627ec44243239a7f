export { servePages, type PagesPlan } from './serve-pages.js';
export { pagePolicy } from './page-policy.js';
