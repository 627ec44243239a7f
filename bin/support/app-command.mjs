// How an app is started: by npm start, by the benches and by the fault runs in the same way. docker-compose.yml says the same.
import { join } from 'node:path';

/**
 * Errors name the TypeScript. A batch of a device leaves megabytes behind that live for milliseconds: with room for 32 MB
 * instead of 16 the young are collected half as often, and fewer of them are copied.
 */
const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=32'];

/**
 * @param {string} root the project's folder, built
 * @param {string} app as in apps/
 * @param {string[]} [more] flags of Node besides
 * @returns {string[]} the words after `node`
 */
export function appCommand(root, app, more = []) {
  return [...NODE_FLAGS, ...more, join(root, 'dist', 'bundles', `${app}.js`)];
}
