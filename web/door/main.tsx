import { openPage } from '../every-page/open-page.js';
import '../every-page/look/look.css';
import { DoorPage } from './door-page.js';
import './door.css';

openPage({ 'zh-CN': '十合 · 大规模核酸检测', en: 'Shihe · mass testing days' }, <DoorPage />);
