import { useEffect, useState } from 'react';
import { keepOffline, type NewerPage } from '../every-page/offline/keep-offline.js';
import { openPage } from '../every-page/open-page.js';
import '../every-page/look/look.css';
import { KeyRing } from './key-ring.js';
import './verify.css';
import { VerifyPage } from './verify-page.js';

const ring = new KeyRing();

function Verify() {
  const [newer, setNewer] = useState<NewerPage>();
  useEffect(() => void keepOffline((takeOver) => setNewer(() => takeOver)), []);
  return <VerifyPage ring={ring} newer={newer} />;
}

openPage({ 'zh-CN': '查验阴性证明 · 十合', en: 'Verify a negative proof · Shihe' }, <Verify />);
