import { openPage } from '../shared/open-page.js';
import { Loading } from '../shared/look/states.js';
import '../shared/look/look.css';

openPage(
  { 'zh-CN': '核酸检测 · 十合', en: 'Testing · Shihe' },
  <main>
    <h1>十合</h1>
    <Loading />
  </main>,
);
