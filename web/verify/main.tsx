import { openPage } from '../shared/open-page.js';
import { Loading } from '../shared/look/states.js';
import '../shared/look/look.css';

openPage(
  { 'zh-CN': '查验证明 · 十合', en: 'Check a certificate · Shihe' },
  <main>
    <h1>十合</h1>
    <Loading />
  </main>,
);
