import { LanguageSwitch } from '../every-page/look/language-switch.js';
import { useLanguage } from '../every-page/language-context.js';
import { useWords } from './words.js';

/** Residents first: they are the many, and nobody shows them around. */
const doors = [
  { page: 'resident', shape: 'M24 6a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM6 44c0-10 8-17 18-17s18 7 18 17z' },
  { page: 'collector', shape: 'M30 4l14 14-3 3-2-2-17 17H14v-8l17-17-4-4zM6 40h36v4H6z' },
  {
    page: 'desk',
    shape: 'M6 14L24 5l18 9v20l-18 9-18-9zm18 9l13-7-13-6-13 6zm-3 4L10 21v11l11 6zm6 11l11-6V21l-11 6z',
  },
  { page: 'organiser', shape: 'M6 6h4v32h32v4H6zm9 18h6v11h-6zm9-10h6v21h-6zm9 6h6v15h-6z' },
  {
    page: 'verify',
    shape: 'M24 3l17 6v13c0 11-7 19-17 23C14 41 7 33 7 22V9zm-3 28l14-14-3-3-11 11-5-5-3 3z',
  },
] as const;

/** The way to the page of whoever stands at the door. */
export function DoorPage() {
  const words = useWords();
  const language = useLanguage();
  return (
    <main className="door">
      <div className="head">
        <h1>{words('title')}</h1>
        <LanguageSwitch />
      </div>
      <p className="what">{words('what')}</p>
      <h2 id="who">{words('who')}</h2>
      <ul aria-labelledby="who">
        {doors.map(({ page, shape }) => (
          <li key={page}>
            <a className="panel" href={`./${page}/?lang=${language}`}>
              <svg viewBox="0 0 48 48" aria-hidden="true">
                <path d={shape} fill="currentColor" fillRule="evenodd" />
              </svg>
              <b>{words(page)}</b>
              <span>{words(`${page}For`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
