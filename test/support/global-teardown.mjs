/** Stops what global-setup.mjs started, when the last project that uses it is done. */
export default async function globalTeardown() {
  const servers = globalThis.shiheTestServers;
  if (servers === undefined) return;
  servers.users -= 1;
  if (servers.users > 0) return;
  delete globalThis.shiheTestServers;
  await (await servers.ready).stop();
}
