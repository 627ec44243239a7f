import { openPage } from '../shared/open-page.js';
import { Loading } from '../shared/look/states.js';
import '../shared/look/look.css';

openPage(
  { 'zh-CN': '十合 · 大规模核酸检测', en: 'Shihe · mass testing days' },
  <main>
    <h1>十合</h1>
    <Loading />
  </main>,
);
