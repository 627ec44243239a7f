import { openPage } from '../shared/open-page.js';
import { Loading } from '../shared/look/states.js';
import '../shared/look/look.css';

openPage(
  { 'zh-CN': '指挥 · 十合', en: 'Organiser · Shihe' },
  <main>
    <h1>十合</h1>
    <Loading />
  </main>,
);
