import { openPage } from '../every-page/open-page.js';
import { DeskPage } from './desk-page.js';
import '../every-page/look/look.css';
import './desk.css';
import './print.css';

openPage({ 'zh-CN': '装箱 · 转运 · 实验室 · 十合', en: 'Packing, transport, laboratory · Shihe' }, <DeskPage />);
