import { Refusal } from './refusal.mjs';

/** @throws {Refusal} on a Node that is too old */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal(`Node ${version} is too old: Shihe needs Node 20.19 or newer (22 and 24 are good choices).`);
}
