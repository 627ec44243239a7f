/**
 * What there is to open, after the apps are ready: only addresses that answer.
 * @param {Record<string, string>} addresses of the apps, by name
 * @returns {Promise<[what: string, address: string][]>}
 */
export async function placesToOpen(addresses) {
  const api = here(addresses['site-api']);
  const boards = here(addresses['queue-display']);
  const site = await firstSite(api);
  const board = site === undefined ? [] : [`${boards}/board/?site=${site}`];
  const rows = [
    ['Pages 网页', [`${api}/`]],
    ['Site API 采样点接口', [`${api}/api/v1/sites`, `${api}/health/ready`]],
    ['Its handbook 接口文档', [`${api}/api/docs`, `${api}/api/v1/docs`, `${api}/api/v1/openapi.json`]],
    ['A board 排队大屏', [...board, `${boards}/board/`]],
    ['Clock 后台任务', [`${here(addresses['job-runner'])}/health/ready`]],
  ];
  const found = await Promise.all(rows.map(async ([what, tries]) => [what, await firstThatAnswers(tries)]));
  return found.filter(([, address]) => address !== undefined);
}

const here = (address) => address.replace('127.0.0.1', 'localhost');

async function firstThatAnswers(addresses) {
  for (const address of addresses) {
    if ((await get(address))?.ok) return address;
  }
  return undefined;
}

async function firstSite(api) {
  const list = await (await get(`${api}/api/v1/sites`))?.json().catch(() => undefined);
  return (list?.items ?? list?.sites)?.[0]?.id;
}

async function get(address) {
  try {
    return await fetch(address.replace('localhost', '127.0.0.1'), { signal: AbortSignal.timeout(2000) });
  } catch {
    return undefined;
  }
}
