import { openPage } from '../every-page/open-page.js';
import '../every-page/look/look.css';
import { Collector } from './collector.js';
import { CollectorPage } from './collector-page.js';
import './collector.css';
import { applyTheme } from './look/preferences.js';

const collector = new Collector();
applyTheme();
setInterval(() => applyTheme(), 60_000);
openPage({ 'zh-CN': '采样 · 十合', en: 'Sampling · Shihe' }, <CollectorPage collector={collector} />);
void collector.open();
