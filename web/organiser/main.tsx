import { openPage } from '../shared/open-page.js';
import { StaffSession } from '../shared/staff/staff-session.js';
import '../shared/look/look.css';
import { OrganiserPage } from './organiser-page.js';
import './organiser.css';
import './wall.css';
import './print.css';

openPage(
  { 'zh-CN': '指挥 · 十合', en: 'Organiser · Shihe' },
  <OrganiserPage session={new StaffSession()} isTraining={new URLSearchParams(location.search).has('training')} />,
);
