import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageOf } from '../every-page/language.js';
import { TrainingStripe } from '../every-page/look/training-stripe.js';
import { LastResort } from '../every-page/last-resort.js';
import { Both, FirstLanguage } from './bilingual.js';
import { readSettings } from './settings.js';
import { follow, Screen } from './screen.js';
import './board.css';

const wishes = new URLSearchParams(location.search);
const language = languageOf(wishes.get('lang'), navigator.language);
document.documentElement.lang = language;
// Light for a screen that stands outdoors.
document.documentElement.dataset.theme = wishes.has('light') ? 'light' : 'dark';

const place = document.querySelector('#board');
if (place === null) throw new Error('the page has no place for the board');
const root = createRoot(place);
const siteId = wishes.get('site');
const followed = siteId === null ? null : follow(siteId);
void readSettings().then((settings) =>
  root.render(
    <StrictMode>
      <TrainingStripe />
      <FirstLanguage value={language}>
        <LastResort words={<Both word="connecting" />}>
          <Screen followed={followed} settings={settings} />
        </LastResort>
      </FirstLanguage>
    </StrictMode>,
  ),
);
