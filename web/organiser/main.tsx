import { openPage } from '../every-page/open-page.js';
import { StaffSession } from '../every-page/staff/staff-session.js';
import '../every-page/look/look.css';
import { OrganiserPage } from './organiser-page.js';
import './organiser.css';
import './table.css';
import './wall.css';
import './print.css';

openPage({ 'zh-CN': '指挥 · 十合', en: 'Organiser · Shihe' }, <OrganiserPage session={new StaffSession()} />);
