import { openPage } from '../shared/open-page.js';
import { Loading } from '../shared/look/states.js';
import '../shared/look/look.css';

openPage(
  { 'zh-CN': '装箱 · 转运 · 实验室 · 十合', en: 'Packing, transport, laboratory · Shihe' },
  <main>
    <h1>十合</h1>
    <Loading />
  </main>,
);
