/* global self, caches, fetch, URL */
// Keeps a page whole on the device, so that it opens without a network. The build writes its name and its files into the
// first line. A newer worker waits until the page asks it to take over: nobody's page changes while they work with it.
const { build, files } = self.shiheFiles;
const name = `shihe-${self.registration.scope}-${build}`;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(name).then((kept) => kept.addAll(files.map((file) => new URL(file, self.registration.scope).href))),
  );
});

self.addEventListener('activate', (event) => {
  const isOld = (key) => key.startsWith(`shihe-${self.registration.scope}-`) && key !== name;
  event.waitUntil(
    caches
      .keys()
      .then((keys) => Promise.all(keys.filter(isOld).map((key) => caches.delete(key))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const kept = await caches.open(name);
  const page = new URL('./', self.registration.scope).href;
  const found = await kept.match(request.mode === 'navigate' ? page : request, { ignoreSearch: true });
  return found ?? fetch(request);
}
