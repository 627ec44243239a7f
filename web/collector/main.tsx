import { openPage } from '../shared/open-page.js';
import { Loading } from '../shared/look/states.js';
import '../shared/look/look.css';

openPage(
  { 'zh-CN': '采样 · 十合', en: 'Sampling · Shihe' },
  <main>
    <h1>十合</h1>
    <Loading />
  </main>,
);
