import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keepOffline, type NewerPage } from '../every-page/offline/keep-offline.js';
import { openPage } from '../every-page/open-page.js';
import '../every-page/look/look.css';
import { openAtAddress } from './open-at-address.js';
import { ResidentPage } from './resident-page.js';
import './resident.css';

/** Asked again when somebody looks at the page again and when the network is back; nothing is pushed in WeChat. */
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', refetchOnReconnect: true, staleTime: 2_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
});

openAtAddress();

function Resident() {
  const [newer, setNewer] = useState<NewerPage>();
  useEffect(() => void keepOffline((takeOver) => setNewer(() => takeOver)), []);
  return (
    <QueryClientProvider client={client}>
      <ResidentPage newer={newer} />
    </QueryClientProvider>
  );
}

openPage({ 'zh-CN': '核酸检测 · 十合', en: 'Testing · Shihe' }, <Resident />);
